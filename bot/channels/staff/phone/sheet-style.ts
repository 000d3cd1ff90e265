/**
 * The style of a letter. A sheet of A4 that is folded once fits a C5 envelope, whose window is to the right as is the custom in Sweden: the address stands
 * from 108 mm from the left and 45 mm from the top, at most 85 by 30 mm. 14 points are read by most people without help.
 */
export const SHEET_STYLE = `
*{box-sizing:border-box}
html{background:#e8e8e8;color:#1a1a1a;font:14pt/1.45 "Segoe UI",Arial,"Noto Sans",sans-serif}
body{margin:0}
.bar{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;justify-content:space-between;padding:.75rem 1.5rem;background:#1a1a1a;color:#fff;font-size:1rem}
.bar p{margin:0;max-width:60ch}
.bar button{font:inherit;padding:.5rem 1.25rem;border:2px solid #fff;border-radius:4px;background:#fff;color:#1a1a1a;cursor:pointer}
.bar button:focus-visible{outline:3px solid #ffd54a;outline-offset:2px}
main{position:relative;width:210mm;max-width:100%;min-height:297mm;margin:1rem auto;padding:15mm 20mm 20mm;background:#fff}
.from{margin:0;font-size:11pt}
.to{position:absolute;left:108mm;top:45mm;width:85mm;max-height:30mm;overflow:hidden;font-style:normal;line-height:1.3;font-size:13pt}
h1{margin:72mm 0 5mm;font-size:20pt;line-height:1.2}
h2{margin:9mm 0 2mm;font-size:16pt;line-height:1.25;break-after:avoid}
h3{margin:4mm 0 1mm;font-size:14pt;break-after:avoid}
p{margin:0 0 2.5mm}
section{border-top:.3mm solid #767676;margin-top:7mm}
section h2{margin-top:4mm}
dl{margin:0 0 2.5mm}
dt{font-weight:600;break-after:avoid}
dd{margin:0 0 1.5mm}
ul,ol{margin:0;padding-left:8mm}
p,li{orphans:3;widows:3}
li{margin:0 0 1.5mm}
.code{font-size:20pt;letter-spacing:.06em;white-space:nowrap}
.address{overflow-wrap:anywhere}
@media (max-width:50rem){main{padding:1rem;min-height:0;margin:0}.to{position:static;width:auto;max-height:none}h1{margin-top:1.5rem}}
@media print{
@page{size:A4;margin:15mm 20mm 15mm}
html{background:none}
.bar,.screen-only{display:none}
main{width:auto;min-height:0;margin:0;padding:0}
.to{left:88mm;top:30mm}
h1{margin-top:62mm}
}
`
