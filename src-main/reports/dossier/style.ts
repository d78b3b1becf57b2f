/** What a dossier has beside the report: the check at its head, its files and its history. */
export const DOSSIER_STYLE = `
#check{position:sticky;top:0;z-index:1;max-width:none;padding:.7rem 1.25rem;background:var(--shade);border-bottom:1px solid var(--line);font:400 .8438rem/1.5 var(--sans)}
#check>*{max-width:44rem;margin-inline:auto}
#check p{margin-block:0}
#result{font-weight:600}
#result[data-state="unchanged"]{color:#1c6b3a}
#result[data-state="unchanged"]::before{content:"\\2713\\00A0"}
#result[data-state="changed"]{color:#a11616}
#result[data-state="changed"]::before{content:"\\2717\\00A0"}
#details{margin-block:.2rem;padding-inline-start:1.4rem;max-height:30vh;overflow:auto}
#details:empty{display:none}
#check .hash{word-break:break-all}
#report :target,.card{scroll-margin-top:5rem}
.held td{font-family:var(--sans);font-size:.875rem;overflow-wrap:anywhere}
.held td:nth-child(3){white-space:nowrap;text-align:end}
.held button{font:600 .8125rem/1 var(--sans);padding:.3rem .6rem;border:1px solid var(--accent);border-radius:3px;background:none;color:var(--accent);cursor:pointer}
.held button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.log td{font-size:.8125rem;padding-inline-end:.9rem}
.log td:first-child{white-space:nowrap}
.scroll{overflow-x:auto}
@media (prefers-color-scheme:dark){#result[data-state="unchanged"]{color:#7fd49b}#result[data-state="changed"]{color:#ff9d94}}
@media print{#check{position:static}.held button{display:none}}
`;
