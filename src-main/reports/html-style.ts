/** The look of the HTML report: a page that reads well on paper, on a telephone and in the dark. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c1b1a;--soft:#5c5955;--line:#d9d5cf;--paper:#fdfcfa;--card:#fff;--accent:#1d5a8c;
--shade:#f3f0ea;--rest:#c9c5bd;--serif:"Source Serif 4","Iowan Old Style",Charter,"Bitstream Charter",Georgia,"Noto Serif","DejaVu Serif",serif;
--sans:"Noto Sans",system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;
--mono:ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;
--verifiable:#1d5a8c;--unverifiable:#8a4b08;--undecided:#6a5acd;--none:#77726b}
@media (prefers-color-scheme:dark){:root{--ink:#e8e4dd;--soft:#a9a49b;--line:#3d3a36;--paper:#171614;--card:#1f1e1b;
--accent:#8fc1ea;--shade:#282622;--rest:#57534d;--verifiable:#8fc1ea;--unverifiable:#e5aa62;--undecided:#b9b0f4;--none:#8f8a82}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.0625rem/1.6 var(--serif);
font-variant-numeric:oldstyle-nums;overflow-wrap:anywhere;hyphens:manual}
main,.top,.end{max-width:44rem;margin:0 auto;padding:0 1.25rem}
.top{padding-top:4.5rem}
h1,h2,h3,h4,h5,h6{line-height:1.22;text-wrap:balance;break-after:avoid;font-weight:600}
h1{font-size:2.35rem;letter-spacing:-.012em;margin:.2rem 0 .9rem}
h2{font-size:1.5rem;margin:4rem 0 1.1rem;padding-top:.9rem;border-top:2px solid var(--ink)}
h3{font-size:1.3rem;margin:2.4rem 0 .6rem}
h4,h5,h6{font-size:1.05rem;margin:1.6rem 0 .4rem}
p{margin:0 0 .85rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.kicker,.meta,th,dt,.badge,.small,nav,.end,.label,.stance,caption,figcaption{font-family:var(--sans);font-variant-numeric:lining-nums}
.kicker{font-size:.8125rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft);margin:0}
.meta,.small{font-size:.8438rem;line-height:1.5;color:var(--soft)}
.label{font-size:.8125rem;font-weight:600;color:var(--soft);margin:1.3rem 0 .4rem}
.hash{font-family:var(--mono);font-size:.78em;color:var(--soft);word-break:break-all}
nav h2{font-family:var(--serif)}
nav ol{list-style:none;margin:0;padding:0;columns:2 16rem;column-gap:2.5rem;font-size:.9rem}
nav li{margin:0 0 .3rem;break-inside:avoid}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
table{border-collapse:collapse;width:100%;font-family:var(--sans);font-size:.9rem;font-variant-numeric:tabular-nums lining-nums}
th,td{text-align:start;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-size:.8125rem;color:var(--soft)}
tfoot th,tfoot td{font-weight:600;border-bottom:0}
.figures{overflow-wrap:normal;margin:0 0 2.2rem}
.figures td:nth-child(2),.figures td:nth-child(3),.figures thead th:nth-child(n+2){text-align:end;white-space:nowrap;width:1%;padding-inline-end:1.1rem}
.figures td.bar{width:42%;padding-inline-end:0;vertical-align:middle}
.figures svg.bar{display:block;width:100%;height:.7rem;border-radius:1px}
.rest{fill:var(--rest)}
.tone{--tone:var(--r,#56616d);color:var(--tone);fill:currentColor}
.logo{display:block;max-width:11rem;max-height:4.5rem;width:auto;height:auto;margin:0 0 1.6rem;background:#fff;padding:.35rem;border-radius:3px}
.note{margin:1.6rem 0 0;padding:.9rem 1.1rem;background:var(--shade);border-radius:3px}
.note p{margin:0}
.strip{display:flex;gap:2px;height:1.9rem;margin:0 0 1.5rem;border-radius:3px;overflow:hidden}
.strip span{display:flex;align-items:center;justify-content:center;min-width:2px;background:var(--r,var(--rest));print-color-adjust:exact;-webkit-print-color-adjust:exact}
.strip .icon{width:1rem;height:1rem;margin:0;fill:#fff}
.figures .strip{height:1.15rem;margin:0;border-radius:2px}
.figures .strip .icon{width:.72rem;height:.72rem}
.figures.articles{margin-bottom:1rem}
.figures.articles td.bar{width:38%;padding-inline-end:1.1rem;vertical-align:middle}
.figures.articles td:nth-child(4){width:1%;white-space:nowrap;text-align:end;padding-inline-end:0}
.figures.articles thead th:nth-child(3){text-align:start}
.figures.articles thead th:nth-child(4){white-space:normal;padding-inline-end:0}
.figures a{text-decoration:none;color:inherit}
.figures a:hover{text-decoration:underline}
.glance td{font-family:var(--serif);font-size:1rem;line-height:1.4}
.glance td:first-child{width:1%;white-space:nowrap;overflow-wrap:normal;padding-inline-end:1rem;font:600 .8438rem/1.7 var(--sans);text-align:end}
.glance td:last-child{width:26%;padding-inline-end:0;font:400 .875rem/1.5 var(--sans)}
.glance a{text-decoration:none}
.word{white-space:normal}
.word .icon{margin-inline-end:.38em}
.icon{width:1.05em;height:1.05em;vertical-align:-.16em;margin-inline-end:.5em;flex:none}
.badge{display:inline-flex;align-items:center;background:var(--r,#56616d);color:#fff;border-radius:3px;font-size:.9375rem;
font-weight:600;line-height:1.25;padding:.36rem .75rem .36rem .6rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.badge .icon{fill:#fff}
.badge.draft{background:transparent;color:var(--tone);box-shadow:inset 0 0 0 1.5px var(--tone)}
.badge.draft .icon{fill:var(--tone)}
.badge.open{background:transparent;color:var(--soft);box-shadow:inset 0 0 0 1px var(--line);font-weight:400}
.article{hyphens:auto}
.article p,.article li{font-size:1.125rem;line-height:1.66}
.article pre{white-space:pre-wrap;background:var(--shade);padding:.8rem 1rem;font:.875rem/1.5 var(--mono)}
.article blockquote{margin:1rem 0;padding-inline-start:1.1rem;border-inline-start:3px solid var(--line)}
.article td,.article th{font-family:var(--serif);font-size:1rem}
.article th{font-weight:600;color:inherit}
.article td p,.article th p{margin:0;font-size:inherit;line-height:1.45}
.wide{overflow-x:auto;margin:1rem 0}
.m{text-decoration-line:underline;text-decoration-thickness:2px;text-decoration-skip-ink:none;text-underline-offset:.22em}
.m .m{text-underline-offset:.42em}.m .m .m{text-underline-offset:.62em}.m .m .m .m{text-underline-offset:.82em}
.m.verifiable{text-decoration-color:var(--verifiable);text-decoration-style:solid}
.m.unverifiable{text-decoration-color:var(--unverifiable);text-decoration-style:dotted}
.m.undecided{text-decoration-color:var(--undecided);text-decoration-style:dashed}
.m.not-a-claim{text-decoration-color:var(--none);text-decoration-style:dotted;text-decoration-thickness:1px}
.m:target,.card:target>header,li:target{background:var(--shade)}
.n{font:600 .68em/1 var(--sans);font-variant-numeric:lining-nums;vertical-align:.5em;margin-inline-start:.12em;white-space:nowrap;text-decoration:none}
.n a{text-decoration:none;padding:.1em .12em}
.n .icon{width:.95em;height:.95em;margin-inline-end:.15em;vertical-align:-.13em}
.key{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:0 0 1.8rem;padding:0;list-style:none}
.card{border-top:1px solid var(--line);padding:1.9rem 0 1.2rem;margin:0}
.card:first-of-type{border-top:0;padding-top:.4rem}
.card>header{display:grid;grid-template-columns:3.4rem 1fr;break-inside:avoid;break-after:avoid}
.card .no{font:600 1.9rem/1.1 var(--serif);color:var(--soft);font-variant-numeric:lining-nums;margin:0}
.card h3{margin:0 0 .7rem;font-size:1.28rem;line-height:1.35;text-wrap:pretty}
.card .body{margin-inline-start:3.4rem}
.card.brief{padding:1rem 0 .2rem}
.card.brief h3{font-weight:400;font-size:1.125rem;margin-bottom:.35rem}
.card.brief .no{font-size:1.3rem;line-height:1.25}
.card.brief dl{margin-bottom:.6rem}
h4.label{line-height:1.5;text-wrap:auto}
.correction{margin:0 0 1.1rem;padding:.1rem 0 .1rem 1rem;border-inline-start:3px solid var(--unverifiable)}
.correction .label{margin-top:0;color:var(--unverifiable)}
.correction p{margin:0 0 .3rem;font-size:.9688rem}
.notice{padding:.5rem .8rem;background:var(--shade);border-radius:3px;font:400 .875rem/1.5 var(--sans)}
.questions{display:block;font-size:1rem}
.questions dt{font:600 1rem/1.5 var(--serif);color:inherit;margin-top:.5rem}
.questions dd{font-family:var(--serif);margin:.1rem 0 .4rem}
.questions dd .small{font-family:var(--sans);white-space:nowrap}
.source{font-size:.9375rem;line-height:1.5;margin:0 0 .45rem}
.source a{font-family:var(--sans);font-size:.9em;text-decoration:none}
.locator{color:var(--soft)}
.comments>li{margin:0 0 .6rem}.comments p{margin:0}
dd ul.plain{font-family:var(--sans)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.12rem 1.1rem;margin:0 0 1.1rem;font-size:.875rem;line-height:1.5}
@media (min-width:44rem){.card dl{grid-template-columns:max-content 1fr max-content 1fr}.card dl.questions{display:block}}
dt{color:var(--soft)}
dd{margin:0;font-family:var(--sans)}
.ruling{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .9rem;margin:0 0 .8rem;break-inside:avoid}
.ruling .meta{margin:0}
.evidence,.plain{list-style:none;margin:0;padding:0}
section>.plain:not(.key)>li+li{margin-top:.45rem}
.evidence>li{padding:.75rem 0 .15rem;border-top:1px dotted var(--line)}
.evidence>li:first-child{border-top:0;padding-top:0}
.evidence blockquote{margin:.35rem 0 .5rem;padding-inline-start:1rem;border-inline-start:3px solid var(--accent)}
.stance{font-size:.8438rem;font-weight:600}
.sign{display:inline-grid;place-items:center;width:1.25rem;height:1.25rem;margin-inline-end:.5rem;border:1.5px solid currentColor;border-radius:50%;font-size:.8rem;line-height:1;font-weight:700;color:var(--soft)}
.refutes .sign{border-radius:0}.qualifies .sign{border-style:dashed}.context .sign{border-color:transparent}
details{font-family:var(--sans);font-size:.875rem}
.history td,.history th{font-size:.875rem;padding-inline-end:.9rem}
.refs{margin:0;padding-inline-start:2.4rem}
.refs li{margin:0 0 .95rem;break-inside:avoid}
.refs li::marker{font-family:var(--sans);font-size:.85em;color:var(--soft)}
.end{margin-top:4.5rem;padding-top:1rem;padding-bottom:4rem;font-size:.8125rem;line-height:1.55;color:var(--soft)}
.end dl{font-size:inherit;grid-template-columns:minmax(0,12rem) 1fr}
.history{margin:0 0 1rem}.back{margin-top:1.1rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-color-scheme:dark){.tone{--tone:color-mix(in srgb,var(--r,#9aa4af),#fff 45%)}
@supports (color:oklch(from red l c h)){.tone{--tone:oklch(from var(--r,#9aa4af) calc(.58 + l*.3) calc(c*1.05) h)}}
.badge{box-shadow:inset 0 0 0 1px #fff3}}
@media (max-width:36rem){body{font-size:1rem}.top{padding-top:2.2rem}h1{font-size:1.8rem}h2{margin-top:3rem}
.card>header{grid-template-columns:2.5rem 1fr}.card .no{font-size:1.45rem}.card .body{margin-inline-start:0}
dl{grid-template-columns:minmax(0,8.2rem) 1fr;gap:.2rem .8rem}.figures:not(.articles) td.bar{width:14%}.article p,.article li{font-size:1.0625rem}
.figures.articles thead{position:absolute;clip-path:inset(50%)}.figures.articles tr{display:grid;grid-template-columns:1fr auto auto;border-bottom:1px solid var(--line);padding:.35rem 0}
.figures.articles th,.figures.articles td{border:0;padding:.1rem 0 .1rem .9rem!important;width:auto!important}.figures.articles th{padding-inline-start:0!important}.figures.articles td.bar{grid-column:1/-1;grid-row:2;width:100%!important;padding:.25rem 0!important}
.glance thead{position:absolute;clip-path:inset(50%)}.glance tr{display:grid;grid-template-columns:2.1rem 1fr;border-bottom:1px solid var(--line);padding:.4rem 0}.glance td{border:0;padding:0!important}.glance td:first-child{width:auto;padding-inline-end:.7rem!important}.glance td:last-child{grid-column:2;width:auto}
.history thead{position:absolute;clip-path:inset(50%)}.history tr{display:block;border-bottom:1px solid var(--line);padding:.45rem 0}.history td{display:inline;border:0;padding:0}.history td+td::before{content:" · "}}
@media (forced-colors:active){.badge{border:1px solid}.m{text-decoration-color:currentColor}}
`;
