/** Colours, type, the shell, lists and charts. */
export const pageStyle = `
:root{
--paper:#fbfaf7;--card:#fff;--ink:#1c1a17;--soft:#5b574f;--rule:#dedad2;--edge:#8f897d;
--link:#1f4b8f;--seen:#5b3a86;--bar:#9a8247;--facet:#ece6da;--hit:#ffe9a8;--button:#1c1a17;--button-ink:#fff;
--notice:#fff8e1;--notice-edge:#c99a2e;--gone:#fbdcd8;--come:#d5efd9;
--u:#2a774e;--sbu:#5d6b1e;--lou:#6b4a9c;--c:#2456a6;--s:#b02525;--ts:#a84e00;--none:#5b574f;
--serif:'Source Serif 4',Georgia,'Times New Roman',serif;
--sans:Inter,system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;
--mono:'IBM Plex Mono',ui-monospace,Menlo,Consolas,'Liberation Mono',monospace;
color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{
--paper:#151412;--card:#1d1c19;--ink:#ebe7de;--soft:#a9a499;--rule:#35332e;--edge:#7b766b;
--link:#8fb8f0;--seen:#c3a9e8;--bar:#a98f50;--facet:#343025;--hit:#5c4a12;--button:#ebe7de;--button-ink:#151412;
--notice:#2c2616;--notice-edge:#c99a2e;--gone:#56231e;--come:#1c4528;
--u:#2a774e;--sbu:#5d6b1e;--lou:#6b4a9c;--c:#2456a6;--s:#b02525;--ts:#a84e00;--none:#5b574f}}
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 var(--sans);overflow-wrap:anywhere}
a{color:var(--link);text-decoration:none}
a:hover,p a:not(.para),.prose a,dd a,.text a,.doubts a,.cited a,.references a,.no-hits a{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
h1,h2,h3{font-family:var(--serif);line-height:1.2;margin:0}
h1{font-size:31px;font-weight:600}
h2{font-size:21px;font-weight:600;margin:34px 0 12px}
h3{font-size:18px;font-weight:600}
h2 a{color:inherit}
ul,ol{margin:0;padding:0}
strong{font-weight:600}
code,pre{font-family:var(--mono)}
.listen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet{color:var(--soft)}
.skip{position:absolute;left:-999px;top:0;background:var(--card);padding:10px 16px;z-index:1}
.skip:focus{left:8px;top:8px}
.top{display:flex;align-items:center;gap:14px 28px;padding:14px 32px;background:var(--card);border-bottom:1px solid var(--rule)}
.top.no-search{padding-block:12px}
.brand{font:600 21px/1.3 var(--serif);color:var(--ink)}
.top nav{display:flex;gap:18px}
.top nav a{color:var(--soft);padding:4px 0}
.top nav a[aria-current]{color:var(--ink);font-weight:600}
.standing{margin:0 0 0 auto;font-size:13px;color:var(--soft);white-space:nowrap}
.search{flex:1 1 380px;max-width:488px}
.search form{display:flex}
.search input{flex:1;min-width:0;font:15px var(--sans);color:var(--ink);background:var(--card);border:1px solid var(--edge);border-right:0;border-radius:9px 0 0 9px;padding:8px 12px;height:39px;appearance:none;-webkit-appearance:none}
.search input::placeholder{color:var(--soft);opacity:1}
.search button{font:600 14px var(--sans);color:var(--button-ink);background:var(--button);border:1px solid var(--button);border-radius:0 9px 9px 0;padding:0 16px;cursor:pointer}
.search.large{max-width:820px;margin:20px auto 0}
.search.large input{height:50px;font-size:17px;padding-left:16px}
.band{height:6px}
.invented{margin:0;padding:8px 32px;background:var(--notice);border-bottom:1px solid var(--notice-edge);font-size:14px}
main{display:block;max-width:1240px;margin:0 auto;padding:28px 32px 48px}
.foot{max-width:1240px;margin:0 auto;padding:20px 32px 40px;border-top:1px solid var(--rule);color:var(--soft);font-size:13px;display:flex;flex-wrap:wrap;gap:6px 40px;justify-content:space-between}
.foot p{margin:0;max-width:72ch}
.hero{text-align:center;padding:34px 0 26px}
.hero h1{font-size:39px}
.numbers{font-size:17px;color:var(--soft);margin:12px 0 0}
.examples{color:var(--soft);margin:12px 0 0}
.lead{font-size:16px;color:var(--soft);margin:10px 0 20px;max-width:72ch}
.chart{margin:8px 0 26px}
.chart svg{display:block;width:100%;height:100px;fill:var(--bar)}
.search-page .chart svg{height:60px}
.axis{display:flex;justify-content:space-between;color:var(--soft);font-size:14px;padding:8px 0 4px;border-top:1px solid var(--edge)}
summary{cursor:pointer;color:var(--soft);font-size:14px;padding:2px 0;width:fit-content}
.chart-table table{border-collapse:collapse;margin:10px 0;columns:1}
.chart-table th,.chart-table td{padding:3px 18px 3px 0;text-align:left;border-bottom:1px solid var(--rule);font-weight:400}
.chart-table td{text-align:right;padding-right:0;font-variant-numeric:tabular-nums}
.cards{display:grid;grid-template-columns:repeat(3,1fr);gap:16px;margin:24px 0}
.cards.two{grid-template-columns:repeat(2,1fr)}
.card{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:18px}
.card h2{font:600 12px/1.3 var(--sans);letter-spacing:.07em;text-transform:uppercase;color:var(--soft);margin:0 0 10px}
.card h2 a{color:inherit}
.card p{margin:0 0 8px}
.letters{list-style:none;display:flex;flex-wrap:wrap;gap:6px}
.letters a{display:block;min-width:30px;padding:3px 8px;text-align:center;border:1px solid var(--rule);border-radius:5px;text-decoration:none}
.letters a[aria-current]{background:var(--button);color:var(--button-ink);border-color:var(--button)}
.counts{list-style:none}
.counts li{display:flex;justify-content:space-between;gap:16px;padding:3px 0}
.counts a{color:var(--ink);min-width:0}
.counts a:hover{color:var(--link)}
.counts span,.count{color:var(--soft);font-variant-numeric:tabular-nums}
.narrow{max-width:640px}
.halves{display:grid;grid-template-columns:7fr 5fr;gap:0 44px}
.cables{list-style:none}
.cables>li{border-bottom:1px solid var(--rule);padding:14px 0}
.item h3{margin-top:5px;font-size:18px}
.halves .item h3{font:600 15px/1.4 var(--sans)}
.halves .item h3 a{color:var(--ink)}
.facts{margin:0;color:var(--soft);font-size:14px}
.cited{list-style:none}
.cited li,.ruled{border-bottom:1px solid var(--rule);padding:7px 0;margin:0}
.ruled{border-top:1px solid var(--rule);border-bottom:0}
.cited .count{display:inline-block;min-width:2ch;margin-right:4px}
.badge,.mark{display:inline-block;font:600 12px/1.4 var(--sans);letter-spacing:.03em;color:#fff;background:var(--none);border-radius:4px;padding:1px 7px}
.badge{text-transform:uppercase}
.level-u{background:var(--u)}.level-sbu{background:var(--sbu)}.level-lou{background:var(--lou)}
.level-c{background:var(--c)}.level-s{background:var(--s)}.level-ts{background:var(--ts)}.level-none{background:var(--none)}
.crumbs ol{list-style:none;display:flex;flex-wrap:wrap;font-size:14px;color:var(--soft);margin-bottom:6px}
.crumbs a{display:inline-block;line-height:24px}
.crumbs li{line-height:24px}
.crumbs li+li::before{content:'›' / '';padding:0 5px;color:var(--soft)}
.sorting{color:var(--soft);margin:0 0 4px;font-size:14px}
.sorting p{margin:0}
.sorting strong{color:var(--ink)}
.bar{display:inline-block;width:1px;height:1.1em;background:var(--edge);margin:0 10px;vertical-align:text-bottom}
.pager{display:flex;flex-wrap:wrap;gap:8px 24px;justify-content:space-between;padding:18px 0;color:var(--soft)}
.names{list-style:none;margin:20px 0}
.names li{display:flex;flex-wrap:wrap;gap:2px 12px;border-bottom:1px solid var(--rule);padding:8px 0;align-items:baseline}
.names .code{font:13px var(--mono);color:var(--soft)}
.names .count{margin-left:auto}
`
