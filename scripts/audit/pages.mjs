// Lighthouse (mobile) and pa11y on some pages: "node pages.mjs NODE NAME=PATH …".
// Prints one line of JSON for each page: its name, the four scores, and what either found amiss.
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";
import pa11y from "pa11y";
import puppeteer from "puppeteer";

const CHROMIUM = process.env.CHROME_PATH ?? "/usr/bin/chromium";
// A name is looked up on this machine alone, as in the tests.
const ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
const FLAGS = ["--headless=new", "--no-sandbox", ALONE];
const LOOKS = 3;
const GOOD = 95;
const PACE = ["server-response-time", "first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const KINDS = ["performance", "accessibility", "best-practices", "seo"];

const [node, ...pages] = process.argv.slice(2);
const chrome = await launcher.launch({ chromePath: CHROMIUM, chromeFlags: FLAGS });
const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: FLAGS });

// What a judge could not score, under load for one, is neither good nor bad: it says why, and is looked at again.
function unscored(audits) {
  return Object.values(audits).filter((one) => one.scoreDisplayMode === "error")
    .map((one) => `lighthouse could not score ${one.id}: ${one.errorMessage}`);
}

async function scored(url) {
  const found = await lighthouse(url, { port: chrome.port, onlyCategories: KINDS, logLevel: "error" });
  const { categories, audits } = found.lhr;
  const scores = Object.fromEntries(KINDS.map((kind) => [kind, categories[kind].score && Math.round(100 * categories[kind].score)]));
  const counted = KINDS.flatMap((kind) => (kind === "performance" ? [] : categories[kind].auditRefs))
    .filter((one) => one.weight > 0 && audits[one.id].score !== null && audits[one.id].score < 1);
  const amiss = counted.map((one) => `lighthouse ${one.id}: ${audits[one.id].title}`);
  const moments = PACE.map((id) => `${id} ${audits[id].displayValue ?? "?"}`);
  return { scores, amiss: [...amiss, ...unscored(audits)], moments };
}

const isGood = ({ scores }) => KINDS.every((kind) => scores[kind] !== null && scores[kind] >= GOOD);

// One good look is enough. After a poor one there are two more, and each score is the median of the three.
async function judged(url) {
  const looks = [await scored(url)];
  while (looks.length < LOOKS && !isGood(looks[0])) looks.push(await scored(url));
  const scores = Object.fromEntries(KINDS.map((kind) => [kind, middle(looks.map((one) => one.scores[kind]))]));
  const amiss = [...new Set(looks.flatMap((one) => one.amiss))];
  const slow = looks.length > 1 ? looks.map((one) => `look: ${one.scores.performance}, ${one.moments.join(", ")}`) : [];
  return { scores, amiss: [...amiss, ...slow] };
}

function middle(found) {
  const told = found.filter((one) => one !== null).sort((one, other) => one - other);
  return told.length ? told[Math.floor((told.length - 1) / 2)] : null;
}

// The first reader after a change waits for the page to be written; the others do not.
for (const page of pages) await (await fetch(node + page.split("=")[1])).text();

for (const page of pages) {
  const [name, path] = page.split("=");
  const { scores, amiss } = await judged(node + path);
  const { issues } = await pa11y(node + path, { browser, standard: "WCAG2AA", timeout: 60000 });
  const told = issues.map((one) => `pa11y ${one.code} at ${one.selector}: ${one.message}`);
  console.log(JSON.stringify({ name, scores, pa11y: issues.length, amiss: [...amiss, ...told] }));
}
await browser.close();
chrome.kill();
