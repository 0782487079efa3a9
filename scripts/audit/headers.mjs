// Mozilla's own grader on what a node really answers: "node headers.mjs http://127.0.0.1:PORT HOST".
// The grader fetches by name over HTTPS. Here the node is asked on this machine, once as somebody on
// HTTP and once as the proxy in front of it passes HTTPS on, and the answers are given to the grader.
import http from "node:http";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { parseHttpEquivHeaders } from "@mdn/mdn-http-observatory/src/retriever/utils.js";
import { Requests } from "@mdn/mdn-http-observatory/src/types.js";
import { AxiosHeaders } from "axios";
import { CookieJar } from "tough-cookie";

const [node, host] = process.argv.slice(2);
const SAFE = { "X-Forwarded-Proto": "https" };
const CROSS = { Origin: "https://http-observatory.security.mozilla.org",
                "Access-Control-Request-Method": "GET" };

function ask(method, headers) {
  return new Promise((answered, failed) => {
    http.request(node + "/", { method, headers: { Host: host, ...headers } }, (response) => {
      let data = "";
      response.on("data", (part) => (data += part));
      response.on("end", () => answered({
        status: response.statusCode, data, verified: true,
        headers: new AxiosHeaders(response.headers), request: { headers: new AxiosHeaders(headers) },
      }));
    }).on("error", failed).end();
  });
}

const [plain, safe, cross] =
  [await ask("GET", {}), await ask("GET", SAFE), await ask("OPTIONS", { ...SAFE, ...CROSS })];
const asked = new Requests(host);
const jar = new CookieJar();
for (const cookie of safe.headers["set-cookie"] ?? []) jar.setCookieSync(cookie, `https://${host}/`);
asked.session = { url: new URL(`https://${host}/`), jar };
asked.resources.path = safe.data;
asked.responses = {
  auto: { ...safe, httpEquiv: parseHttpEquivHeaders(safe.data, `https://${host}/`) },
  https: safe, http: plain, cors: cross, httpsRedirects: [],
  httpRedirects: [{ url: new URL(`http://${host}/`), status: plain.status }],
};
if (plain.headers.location) {
  asked.responses.httpRedirects.push({ url: new URL(plain.headers.location), status: safe.status });
}

const results = ALL_TESTS.map((test) => test(asked));
const points = results.map((one) => getScoreModifier(one.result));
const lost = 100 + points.filter((one) => one < 0).reduce((sum, one) => sum + one, 0);
const all = 100 + points.reduce((sum, one) => sum + one, 0);
const { grade, score } = getGradeForScore(lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : lost);
const told = results.map((one, place) => `${one.result} ${points[place]}`);
console.log(JSON.stringify({ grade, score, amiss: results.filter((one) => !one.pass).map((one) => one.result), told }));
