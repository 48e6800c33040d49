import { html } from './html.ts';
import type { Page } from './page.ts';

/** These pages tell nothing of a request: whoever sees them has not shown a valid link. */

export const invalidLinkPage: Page = notice(404, 'This link does not work', [
  'It is not complete, it was changed, or what it was about is no longer kept.',
  'Copy it once more from the message, as a whole: mail programs break long links.',
]);

export const expiredLinkPage: Page = notice(410, 'This link has expired', [
  'Nothing was decided by it now. What was held stays held.',
  'An operator with AWS access can still decide: POST /requests/{requestId}/approve or /reject. The message names the request.',
]);

/** Seconds after which the worker will have recorded what a message may have run ahead of. */
const recordedAfterSeconds = 10;

export const stillWorkedOnPage: Page = {
  ...notice(503, 'Not ready yet', [
    'What this link is about is still being recorded. Nothing was decided.',
    'Open the link again in a few seconds.',
  ]),
  headers: { 'retry-after': String(recordedAfterSeconds) },
};

export const wrongMethodPage: Page = {
  ...notice(405, 'This address is for a browser', ['Open the link; nothing was decided.']),
  headers: { allow: 'GET, HEAD, POST' },
};

/** @param apiRequestId names this call in the log */
export function failurePage(apiRequestId: string): Page {
  return notice(503, 'It did not work', [
    'A service that is needed did not answer, so it is not known whether a decision was recorded.',
    'Open the link again: the page tells what stands. Pressing the same once more is safe.',
    `The operators find the cause in the log under ${apiRequestId}.`,
  ]);
}

function notice(statusCode: number, title: string, sentences: readonly string[]): Page {
  return {
    statusCode,
    title,
    body: html`<p class="origin">SCC Automations</p>
<h1>${title}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>\n`)}`,
  };
}
