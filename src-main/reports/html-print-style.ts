/** The report on paper: A4, black on white, no link that only a screen can follow. */
export const PRINT_STYLE = `@page{size:A4;margin:20mm 20mm 22mm;
@bottom-center{content:counter(page) " / " counter(pages);font:9pt "Noto Sans","DejaVu Sans",sans-serif;color:#5c5955}}
@page:first{@bottom-center{content:none}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#4a4744;--line:#bbb6ae;--paper:#fff;--card:#fff;--accent:#123f66;--shade:#f3f0ea;
--verifiable:#1d5a8c;--unverifiable:#8a4b08;--undecided:#6a5acd;--none:#77726b}
.tone{--tone:var(--r,#56616d)}
body{font-size:10.5pt;line-height:1.5}main,.top,.end{max-width:none;padding:0}
.top{padding-top:14mm}h1{font-size:25pt}h2{font-size:16pt;margin-top:12mm}h3{font-size:13pt}.card h3{font-size:12.5pt}
.article p,.article li{font-size:11pt;line-height:1.55}p,li,blockquote{orphans:3;widows:3}
a{color:inherit;text-decoration-color:#999}nav a,.n a{text-decoration:none}
.card.brief,h1,h2,h3,h4,h5,h6,.evidence blockquote,.ruling,.correction,.glance tr{break-inside:avoid}.card>header,.ruling,.label,.stance,h1,h2,h3,h4,h5,h6,h2+.key{break-after:avoid}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}tr,figure,dl{break-inside:avoid}
#claims{break-before:page}.back{display:none}}
`;

/** The title at the head of each page but the first; nothing in it can end the string or the style sheet. */
export function runningHead(title: string): string {
  const safe = title
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/[^\p{L}\p{N} .,:;!?()\u2013\u2014-]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `);
  return `@page{@top-left{content:"${safe}";font:8.5pt "Noto Sans","DejaVu Sans",sans-serif;color:#5c5955}}@page:first{@top-left{content:none}}`;
}
