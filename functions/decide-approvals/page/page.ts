import { createHash } from 'node:crypto';
import type { HttpResponse } from '#shared/lambda/http-response.ts';
import { escapeHtml, type Html } from './html.ts';
import { pageStyle } from './style.ts';

/** One page, before it is an answer. */
export interface Page {
  readonly statusCode: number;
  readonly title: string;
  readonly body: Html;
  /** Headers that the status asks for: `allow`, `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>;
}

const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/**
 * Nothing is loaded, nothing runs, nobody may put the page into a frame or send its form elsewhere, and its address,
 * which is a key, is told to no other site and kept in no cache.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html
 */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
};

/** The answer that shows a page; to HEAD its headers alone. */
export function pageResponse({ statusCode, title, body, headers }: Page, method: string): HttpResponse {
  return {
    statusCode,
    headers: { ...pageHeaders, ...headers },
    body: method === 'HEAD' ? '' : documentOf(title, body),
  };
}

function documentOf(title: string, body: Html): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no, address=no, email=no">
<title>${escapeHtml(title)} · SCC Automations</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${body.text}
</main>
</body>
</html>
`;
}
