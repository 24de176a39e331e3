import { html, raw } from 'hono/html';

type Operations = Readonly<Record<string, { readonly summary?: string; readonly parameters?: readonly unknown[] }>>;

/** A page that lists the API's addresses from its own OpenAPI document. */
export function apiGuide(document: { paths?: object }) {
  const rows = Object.entries((document.paths ?? {}) as Record<string, Operations>).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { summary = '' }]) =>
        html`<tr>
          <td><code>${method.toUpperCase()}</code></td>
          <td>
            ${method === 'get' && !path.includes('{') ? html`<a href="${path}"><code>${path}</code></a>` : html`<code>${path}</code>`}
          </td>
          <td>${summary}</td>
        </tr>`,
    ),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>人口+ API</title>
        <style>
          ${raw('body{font:15px/1.6 system-ui,sans-serif;max-width:900px;margin:2rem auto;padding:0 1rem}td{padding:.25rem .75rem .25rem 0;vertical-align:top}')}
        </style>
      </head>
      <body>
        <h1>人口+ API</h1>
        <p>
          OpenAPI 3.1: <a href="/api/openapi.json"><code>/api/openapi.json</code></a> · <a href="/">人口+</a>
        </p>
        <table>
          ${rows}
        </table>
      </body>
    </html>`;
}
