import { createHash } from 'node:crypto'

// The colours of the chat's page. Contrast of text is at least 7:1, of edges of controls 3:1.
const COLOURS = `:root{color-scheme:light dark;--ground:#fff;--ink:#16222e;--quiet:#41505f;--raised:#f3f6f9;--line:#c5d0da;--edge:#5f7080;--bar:#12395b;--on-bar:#fff;--accent:#0a4a82;--focus:#b3006b;--trouble:#8a1212;--trouble-ground:#fdeeee}
@media screen and (prefers-color-scheme:dark){:root{--ground:#10171e;--ink:#edf2f6;--quiet:#bccad6;--raised:#1b252f;--line:#3a4958;--edge:#8a9dae;--bar:#0b2740;--on-bar:#fff;--accent:#9fcdf5;--focus:#ffb3e1;--trouble:#ffb9b3;--trouble-ground:#3b1717}
.timeline-fill-paper{fill:#10171e}.timeline-fill-ink{fill:#edf2f6}.timeline-fill-quiet{fill:#bccad6}.timeline-stroke-line{stroke:#3a4958}
.timeline-fill-bar{fill:#5b95c9}.timeline-stroke-bar{stroke:#5b95c9}.timeline-fill-critical{fill:#d3e8fb}.timeline-stroke-critical{stroke:#d3e8fb}.timeline-fill-opening{fill:#a6e3b9}.timeline-stroke-opening{stroke:#a6e3b9}}`

const SCREEN = `*,*::before,*::after{box-sizing:border-box}
html{font:1.125rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;color:var(--ink);background:var(--ground);text-size-adjust:100%;-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
h1,h2,h3,h4,h5{line-height:1.25;text-wrap:balance;margin:0}
h1{font-size:1.9rem}h2{font-size:1.45rem}h3{font-size:1.2rem}h4{font-size:1.05rem}h5{font-size:1rem}
p,ul,dl{margin:.6rem 0 0}ul{padding-inline-start:1.3rem}li+li{margin-block-start:.25rem}dd{margin:0}
a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px}
.hidden-visually{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:-100rem}.skip:focus{inset-inline-start:1rem;inset-block-start:.5rem;z-index:1;padding:.5rem 1rem;background:var(--ground)}
.bar{background:var(--bar);color:var(--on-bar)}.bar p{margin:0;max-width:52rem;margin-inline:auto;padding:.9rem 1.1rem;font-weight:600}.bar a{color:inherit;display:inline-block;padding-block:.25rem}
main,footer{max-width:52rem;margin-inline:auto;padding:1.3rem 1.1rem}
footer{border-block-start:1px solid var(--line)}
section{margin-block-start:2rem}
.guidance{font-weight:600;padding:.7rem 1rem;border-inline-start:5px solid var(--accent);background:var(--raised)}
.languages ul,.buttons{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0}.languages li+li,.buttons li+li{margin:0}
.languages a{display:inline-block;padding:.35rem .5rem}.languages a[aria-current]{font-weight:600;text-decoration:none}
.contents ul{list-style:none;padding:0}.contents a{display:inline-block;padding-block:.15rem}
.button{display:inline-flex;align-items:center;min-height:3rem;padding:.45rem 1.1rem;border:2px solid var(--accent);border-radius:.6rem;background:var(--ground);color:var(--accent);font:inherit;font-weight:600;cursor:pointer}
.button:hover{text-decoration:underline}
.start{margin-block-start:1rem;padding:1rem;border-radius:.6rem;background:var(--raised)}.start label{font-weight:600}.start p{margin:.2rem 0 0}.start div{display:flex;flex-wrap:wrap;gap:.6rem;margin-block-start:.6rem}
input[type=date]{min-height:3rem;padding:.45rem .75rem;border:2px solid var(--edge);border-radius:.6rem;background:var(--ground);color:var(--ink);font:inherit}
.trouble{padding:.5rem .8rem;color:var(--trouble);background:var(--trouble-ground)}
.scrolls{overflow-x:auto;margin-block-start:1rem}
.timeline{display:block;width:100%;min-width:34rem;height:auto}
table{border-collapse:collapse;width:100%;margin-block-start:1rem;font-size:1rem}caption{text-align:start;font-weight:600;padding-block-end:.4rem}
th,td{overflow-wrap:anywhere;padding:.45rem .6rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}thead th{border-block-end:2px solid var(--edge)}tbody th{font-weight:600}
.sum{font-weight:600}
.item{margin-block-start:1.2rem;padding:1rem 1.1rem;border:1px solid var(--line);border-inline-start:5px solid var(--accent);border-radius:.6rem}
.depends .item{border-inline-start-style:dashed}.probably .item{border-inline-start-style:double}
.status{display:inline-block;margin-block-start:.4rem;padding:.1rem .7rem;border:2px solid var(--edge);border-radius:1rem;font-weight:600;font-size:.95rem}
dl>div{padding-block:.45rem;border-block-start:1px solid var(--line)}dt{font-weight:600}dd ul{margin-block-start:.2rem}
.checklist{list-style:none;padding:0}.checklist li{display:flex;gap:.6rem;align-items:flex-start}.checklist input{flex:none;width:1.5rem;height:1.5rem;margin:.1rem 0 0}.checklist label{padding-block:.1rem}
.form-help{margin-block-start:.8rem;padding:.8rem 1rem;border-radius:.6rem;background:var(--raised)}.form-help h5{margin-block-start:.6rem}
.checked{color:var(--quiet);font-size:.95rem}
details{margin-block-start:.6rem}summary{padding:.5rem 0;min-height:2.75rem;font-weight:600;cursor:pointer}
@media screen and (max-width:59.99rem){table,caption,tbody,tr,tbody th,tbody td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{padding-block:.6rem;border-block-end:1px solid var(--line)}tbody th,tbody td{padding:.1rem 0;border:0}tbody td::before{content:attr(data-head) ": ";font-weight:600}}
@media (min-width:40rem){dl>div{display:grid;grid-template-columns:11rem 1fr;gap:1rem}}`

const PRINT = `@media print{@page{size:A4;margin:16mm 15mm}
html{font-size:10pt;color:#000;background:#fff}.screen-only,.skip,.bar a::after{display:none}
.bar{background:none;color:#000;border-block-end:1px solid #000}.bar p{padding:0 0 2mm;max-width:none}.bar a{text-decoration:none}
main,footer{max-width:none;padding:0}section{margin-block-start:6mm}
.item{break-inside:auto;border-color:#555}h2,h3,h4,h5,.status,caption{break-after:avoid}tr,dl>div,li,.timeline{break-inside:avoid}
.scrolls{overflow:visible}table{font-size:8.5pt}.timeline{min-width:0}
.checklist input{appearance:none;width:4mm;height:4mm;border:.4mm solid #000;border-radius:.5mm}
a{color:inherit}dd a[data-address]::after{content:" " attr(data-address);overflow-wrap:anywhere;text-decoration:none}
details>summary{list-style:none}details:not([open])>*:not(summary){display:none}.guidance,.form-help{background:none;border:1px solid #555}}`

export const STYLE = [COLOURS, SCREEN, PRINT].join('\n')

/** With a hash in it, so that it may be kept for ever and is never out of date. */
export const STYLE_PATH = `/plans-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`
