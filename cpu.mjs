import { chromium } from 'playwright'; import fs from 'node:fs';
const extra = process.argv.slice(2);
const b = await chromium.launch({executablePath:'/usr/bin/chromium', chromiumSandbox:false, ignoreDefaultArgs:['--disable-popup-blocking','--disable-ipc-flooding-protection'], args:['--proxy-server=http://nowhere.invalid:9','--host-resolver-rules=MAP * ~NOTFOUND', ...extra]});
function tree(){ const all=fs.readdirSync('/proc').filter(n=>/^\d+$/.test(n)).flatMap(n=>{try{const s=fs.readFileSync(`/proc/${n}/stat`,'utf8');const f=s.slice(s.lastIndexOf(')')+2).split(' ');return [{id:+n,pp:+f[1],cpu:(+f[11]+ +f[12]+ +f[13]+ +f[14])*10, cmd: fs.readFileSync(`/proc/${n}/cmdline`,'utf8')}]}catch{return []}});
 const set=new Set([process.pid]); let out=[]; for(let i=-1;i!==out.length;){i=out.length; for(const p of all) if(set.has(p.pp)&&!set.has(p.id)){set.add(p.id);out.push(p)}} return out;}
const N=10; const lap={ctx:0,page:0,goto:0,wait:0,close:0};
const live=new Map();
const timer=setInterval(()=>{for(const p of tree()) live.set(p.id,p)},100);
async function one(){ let t=performance.now(); const d=(k)=>{const n=performance.now(); lap[k]+=n-t; t=n;};
 const ctx=await b.newContext({serviceWorkers:'block',acceptDownloads:false}); d('ctx'); const p=await ctx.newPage(); await p.route('**/*', r=>{ const u=r.request().url(); if(u.endsWith('/')) return r.fulfill({status:200,headers:{'content-type':'text/html'},body:'<script type=module src=/app.js></script>'}); if(u.endsWith('/app.js')) return r.fulfill({status:200,headers:{'content-type':'text/javascript'},body:Array.from({length:20},(_,i)=>`import "/m${i}.js";`).join('')+'document.body.append(Object.assign(document.createElement("p"),{id:"end"}))'}); return r.fulfill({status:200,headers:{'content-type':'text/javascript'},body:'export {}'})}); d('page');
 await p.goto('https://x.example/',{waitUntil:'commit'}); d('goto'); await p.waitForSelector('#end',{state:'attached'}); d('wait'); await ctx.close(); d('close'); }
await one(); for(const k in lap) lap[k]=0;
for(const p of tree()) live.set(p.id,p); const c0=[...live.values()].reduce((a,p)=>a+p.cpu,0); const n0=process.cpuUsage(); const t0=performance.now();
for(let i=0;i<N;i++) await one();
for(const p of tree()) live.set(p.id,p); clearInterval(timer); const c1=[...live.values()].reduce((a,p)=>a+p.cpu,0); const n=process.cpuUsage(n0);
const by={}; for(const p of live.values()){const k=/--type=(\S+?)\0/.exec(p.cmd)?.[1]??'browser'; by[k]=(by[k]||0)+p.cpu;}
console.log(extra.join(' ')||'(none)','wall/page',Math.round((performance.now()-t0)/N),'chromium cpu ms/page',Math.round((c1-c0)/N),'node cpu', Math.round((n.user+n.system)/1000/N), JSON.stringify(by), Object.fromEntries(Object.entries(lap).map(([k,v])=>[k,Math.round(v/N)])));
await b.close();
