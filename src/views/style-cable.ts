/** Search, the cable page, the guide, narrow screens, paper. */
export const cableStyle = `
.search-page{display:grid;grid-template-columns:230px minmax(0,1fr);gap:0 44px}
.search-page .answer{grid-column:2;grid-row:1}
.search-page.bare{display:block}
.facets{grid-column:1;grid-row:1;font-size:14px}
.facets h2{font:600 12px/1.3 var(--sans);letter-spacing:.07em;text-transform:uppercase;color:var(--soft);margin:20px 0 6px}
.facets h2:first-child{margin-top:0}
.facets ul{list-style:none}
.facets li{position:relative;display:flex;align-items:baseline;gap:8px;padding:2px 0;margin:4px 0}
.facets svg{position:absolute;inset:0 0 0 -6px;width:calc(100% - 18px);height:100%;z-index:-1;fill:var(--facet)}
.facets li,.search-page{isolation:isolate}
.facets .value{color:var(--ink);flex:1;min-width:0;text-decoration:none}
.facets .value[aria-current]{font-weight:600}
.facets .value[aria-current]::before{content:'× ' / ''}
.facets .not{width:24px;height:24px;line-height:22px;text-align:center;border-radius:4px;color:var(--soft)}
.facets .not:hover{background:var(--facet);text-decoration:none}
.summary{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 24px;color:var(--soft);margin-bottom:10px}
.summary p{margin:0}.summary strong{color:var(--ink)}
.hit{border-bottom:1px solid var(--rule);padding:16px 0}
.hit h3{margin:4px 0 6px;font-size:19px}
.hit>.quiet{margin:6px 0 0;font-size:14px}
.snippet{font:17px/1.45 var(--serif);margin:6px 0}
.snippet .mark{margin-right:5px}
.snippet .para{color:inherit;font-size:16px;margin-right:3px}
mark{background:var(--hit);color:inherit;border-radius:3px;padding:1px 2px}
.notice{background:var(--notice);border-left:3px solid var(--notice-edge);border-radius:0 8px 8px 0;padding:9px 14px;margin:14px 0}
.no-hits ul{padding-left:20px}.no-hits li{margin:6px 0}
.help{margin-top:26px;color:var(--soft)}
.help dl{margin:10px 0}.help dl div{display:flex;flex-wrap:wrap;gap:2px 16px;padding:3px 0}
.help dt{min-width:14em}.help dd{margin:0}
.cable-head h1{max-width:32em;line-height:1.15}
.subject{font:14px/1.5 var(--mono);color:var(--soft);margin:8px 0 0;max-width:90ch}
.cable-head .facts{margin:10px 0 18px;line-height:1.8}
.cable-head .facts strong{color:var(--ink);margin-left:6px}
.dot{padding:0 4px}
.views{display:flex;flex-wrap:wrap;border-bottom:1px solid var(--rule)}
.views a{padding:9px 14px;color:var(--soft);border-bottom:2px solid transparent;margin-bottom:-1px}
.views a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--ink)}
.views .rest{margin-left:auto;display:flex;flex-wrap:wrap}
.cable{display:grid;grid-template-columns:minmax(0,1fr) 330px;gap:0 44px;padding-top:20px}
.reading{min-width:0;max-width:802px}
.body{font:18px/1.6 var(--serif)}
.heading{font-size:18px;margin:26px 0 6px;padding-left:64px;max-width:calc(64px + 70ch)}
.paragraph{display:grid;grid-template-columns:54px minmax(0,1fr);gap:0 10px;margin:0 0 20px;scroll-margin-top:16px}
.paragraph:target{background:var(--notice);border-radius:6px;outline:6px solid var(--notice)}
.margin{font:13px/1.6 var(--sans);padding-top:3px;display:flex;flex-direction:column;align-items:flex-start;gap:2px}
.margin .para{color:var(--soft);min-height:24px;min-width:24px}
.printed-number{font-size:12px;line-height:1.3;color:var(--soft)}
.text{max-width:66ch}
.text p{margin:0 0 .7em}
.as-printed{list-style:none;margin:.4em 0 .7em}
.as-printed li{padding-left:1.4em;text-indent:-1.4em;margin:.25em 0}
.lines{overflow-x:auto;margin:.6em 0}
.text>:first-child{margin-top:0}.text>:last-child{margin-bottom:0}
.lines pre{font:14px/1.5 var(--mono);margin:0;overflow-wrap:normal;width:max-content;min-width:100%}
.signature{padding-left:64px;letter-spacing:.03em}
.cite,.doubts{border-top:1px solid var(--rule);margin-top:36px}
.cite h2,.doubts h2{margin:18px 0 8px}
.citation{font:16px/1.5 var(--serif);margin:0 0 6px}
.cite .quiet{font-size:14px;margin:0}
.doubts ul{list-style:none}
.doubts li{border-top:1px solid var(--rule);padding:7px 0;font-size:14px}
.severity{display:inline-block;font:600 12px/1.4 var(--sans);border:1px solid var(--rule);border-radius:4px;padding:1px 7px;color:var(--soft);margin-right:4px}
.rail{min-width:0;font-size:14px;display:flex;flex-direction:column;gap:16px}
.rows{margin:0}
.rows>div{display:grid;grid-template-columns:96px minmax(0,1fr);gap:12px;padding:3px 0}
.rows dt{color:var(--soft)}.rows dd{margin:0}
.plain{list-style:none}.plain li{padding-left:1em;text-indent:-1em}
.tags{list-style:none;display:flex;flex-wrap:wrap;gap:5px}
.tags a{display:block;font-weight:600;font-size:13px;color:var(--ink);border:1px solid var(--rule);border-radius:4px;padding:2px 8px;text-decoration:none}
.tags a:hover{border-color:var(--link);color:var(--link)}
.references{list-style:none}
.references li{display:flex;gap:10px;padding:6px 0;border-bottom:1px solid var(--rule)}
.references li:last-child{border-bottom:0}
.references li:target{background:var(--notice);outline:4px solid var(--notice);border-radius:4px}
.label{min-width:16px;color:var(--soft)}.label.wide{min-width:52px;max-width:60px}
.card .quiet{margin:10px 0 0;font-size:14px}
.card .gap{margin:2px 0 0;color:var(--soft);font-size:13px}
.transmission{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:16px 18px 16px 8px;margin-top:8px}
.transmission pre{margin:0;font:14px/1.55 var(--mono);white-space:pre-wrap;counter-reset:line}
.line{display:block;padding-left:58px;position:relative;counter-increment:line;min-height:1.55em}
.line::before{content:counter(line);content:counter(line) / '';position:absolute;left:0;width:44px;text-align:right;color:var(--soft);user-select:none;-webkit-user-select:none}
.line:target{background:var(--hit)}
.versions{list-style:none;max-width:802px}
.versions li{border-top:1px solid var(--rule);padding:9px 0}
.versions .quiet{font-size:14px}
.standing-mark{display:inline-block;font:600 12px/1.4 var(--sans);border:1px solid var(--edge);border-radius:4px;padding:1px 7px;margin-left:4px}
.pairs{display:flex;flex-wrap:wrap;gap:4px 16px;padding:10px 0;border-top:1px solid var(--rule)}
.pairs a{min-height:24px;text-decoration:underline;text-underline-offset:2px}
.pairs a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
.compared-text{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:14px 18px}
.compared-text pre{margin:0;font:14px/1.6 var(--mono);white-space:pre-wrap}
.compared-text details{margin:8px 0;padding:2px 0;border:dashed var(--rule);border-width:1px 0}
.key{font-size:14px;margin:0 0 10px}
del{background:var(--gone);color:var(--ink);text-decoration:line-through;text-decoration-thickness:2px;border-radius:3px;padding:1px 2px}
ins{background:var(--come);color:var(--ink);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px;border-radius:3px;padding:1px 2px}
.prose{max-width:760px;font:18px/1.6 var(--serif)}
.prose h1{margin-bottom:12px}.prose h2{margin-top:40px}
.prose .lead{font-size:19px;color:var(--ink)}
.prose>ol,.prose>ul{padding-left:24px}.prose>.names{padding:0}.prose li{margin:6px 0}
.prose code{font-size:.84em}
.prose .names .quiet{flex-basis:100%;font:15px/1.5 var(--sans)}
.prose dfn{font-style:italic}
.terms dt{font-weight:600;margin-top:16px}.terms dd{margin:2px 0 0}
.badges{line-height:2.2}
.annotated{margin:18px -60px 0 0}
.annotated>div{display:grid;grid-template-columns:250px minmax(0,1fr);gap:4px 24px;border-top:1px solid var(--rule);padding:12px 0}
.annotated dt{font:14px/1.45 var(--sans)}.annotated dt strong{display:block}.annotated dt span{color:var(--soft)}
.annotated dd{margin:0;min-width:0}
.annotated pre{margin:0;font:13px/1.5 var(--mono);white-space:pre-wrap;background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:8px 12px}
@media (max-width:1000px){
.top{flex-wrap:wrap;padding:14px 24px}.search{order:3;flex-basis:100%;max-width:none}
.search-page{display:block}.facets{margin-top:36px;border-top:1px solid var(--rule);padding-top:20px;max-width:480px}
.cable{display:block}.reading{max-width:none}.rail{margin-top:36px}
.cards,.cards.two,.halves{grid-template-columns:1fr}
main,.foot,.invented{padding-left:24px;padding-right:24px}}
@media (max-width:700px){
.standing{order:4;margin:0;flex-basis:100%;white-space:normal}
.hero{padding:10px 0 18px}.hero h1{font-size:32px}
h1{font-size:28px}
.search input{height:44px;font-size:16px}.search.large input{height:48px}
.paragraph{display:block}.margin{flex-direction:row;align-items:center;gap:8px}
.heading,.signature{padding-left:0}
.annotated{margin-right:0}.annotated>div{grid-template-columns:1fr}
.line{padding-left:44px}.line::before{width:34px}
.rows>div{grid-template-columns:104px minmax(0,1fr)}
.views .rest{margin-left:0}.views a{padding:9px 10px}}
@media print{
:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--rule:#999;--link:#000}
.top,.foot,.views,.crumbs,.skip,.pager,.help,.facets,.doubts{display:none}
.cable{display:block}.rail .card{border:0;padding:0;break-inside:avoid}
main{padding:0;max-width:none}body{font-size:11pt}.body{font-size:11.5pt}
.band{display:none}.badge,.mark{color:#000;background:none!important;border:1px solid #000}}
@media (forced-colors:active){.badge,.mark{border:1px solid}}
`
