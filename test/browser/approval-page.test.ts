import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { PartOutcome } from '#shared/requests/request-outcomes.ts';
import { approvalBench } from '../functions/decide-approvals/approval-bench.ts';
import { held, partOutcome } from '../shared/approvals/held-request.ts';
import { type ApprovalServer, serveApprovals } from './approval-server.ts';
import { startChromium } from './chromium.ts';

let browser: Browser;
let server: ApprovalServer;
let page: Page;
let bench: ReturnType<typeof approvalBench>;

beforeAll(async () => {
  server = await serveApprovals(() => bench);
  browser = await startChromium();
  page = await (await browser.newContext()).newPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Opens a link to what these parts hold; `over` says how the link differs from a good one. */
async function openLink(outcomes?: readonly PartOutcome[], over?: Parameters<typeof bench.token>[0]) {
  bench = approvalBench(outcomes);
  return await openToken(bench.token(over));
}

async function openToken(token: string) {
  return await page.goto(`${server.origin}/approvals/${token}`);
}

/** Waits for the page with this heading: a click does not wait for what it leads to. */
const headingIs = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const approve = () => page.getByRole('button', { name: 'Approve' }).click();
const reject = () => page.getByRole('button', { name: 'Reject' }).click();
/** How much of the page lies to the right of the screen. */
const hiddenPixels = () =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const contrastRatios = () =>
  page.evaluate<number[]>(readFileSync(join(import.meta.dirname, 'contrast-ratios.js'), 'utf8'));
const writeName = (name: string) => page.getByLabel('Your name').fill(name);

describe('the approval page in a browser', () => {
  it('approves', async () => {
    await openLink();
    await headingIs('Block 1 indicator on soc-block?');
    await writeName('Ann Example');
    await approve();
    await headingIs('Approved');
    expect(bench.rows.get(0)).toMatchObject({ decision: 'approve', decidedBy: 'Ann Example' });
    expect(bench.published).toHaveLength(1);
  });

  it('rejects', async () => {
    await openLink();
    await writeName('Ann Example');
    await reject();
    await headingIs('Rejected');
    expect(bench.rows.get(0)).toMatchObject({ decision: 'reject', decidedBy: 'Ann Example' });
    expect(bench.published).toEqual([]);
  });

  it('tells on a second visit who decided what and when, with nothing left to press', async () => {
    await openLink();
    await writeName('Ann Example');
    await approve();
    await headingIs('Approved');
    await openToken(bench.token());
    await headingIs('Already decided: approved');
    expect(await page.getByText('Ann Example').count()).toBe(1);
    expect(await page.getByText('2026-12-01 04:00 UTC').count()).toBe(1);
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('lets the first of two open windows decide', async () => {
    await openLink();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await writeName('Ann Example');
    await approve();
    await headingIs('Approved');
    await other.getByLabel('Your name').fill('Bob');
    await other.getByRole('button', { name: 'Reject' }).click();
    expect(await other.getByRole('alert').textContent()).toContain('Somebody was faster');
    expect(await other.getByText('Ann Example').count()).toBe(1);
    await other.close();
    expect(bench.rows.get(0)).toMatchObject({ decision: 'approve', decidedBy: 'Ann Example' });
  });

  it('says that a link has expired, and nothing of the request', async () => {
    const answer = await openLink(undefined, { expiresAt: new Date('2026-12-01T03:59:59Z') });
    expect(answer?.status()).toBe(410);
    await headingIs('This link has expired');
    expect(await page.content()).not.toContain('popular.example');
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('says that a link was changed, and nothing of the request', async () => {
    bench = approvalBench();
    const answer = await openToken(bench.token().replace('.0.', '.0-3.'));
    expect(answer?.status()).toBe(404);
    await headingIs('This link does not work');
    expect(await page.content()).not.toContain('popular.example');
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('decides nothing by being opened, reloaded or gone back to', async () => {
    await openLink();
    await page.reload();
    await page.goto('about:blank');
    await page.goBack();
    expect(server.calls.slice(-3).every((call) => call.startsWith('GET /approvals/'))).toBe(true);
    expect(bench.rows.size).toBe(0);
  });

  it('decides nothing without a name, nor by the return key in the field for it', async () => {
    await openLink();
    await approve();
    await writeName('Ann Example');
    await page.getByLabel('Your name').press('Enter');
    await page.waitForTimeout(50);
    expect(bench.rows.size).toBe(0);
    await headingIs('Block 1 indicator on soc-block?');
  });

  it('can be used by keyboard alone: down to the form, name, approve', async () => {
    await openLink();
    await page.getByRole('link', { name: 'Go to the decision' }).press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ann Example');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await headingIs('Approved');
    expect(bench.rows.get(0)).toMatchObject({ decision: 'approve', decidedBy: 'Ann Example' });
  });

  it('lets an approval that could not be passed on be pressed again', async () => {
    await openLink();
    bench.faults.publish = new RetryLater('the bus is away');
    await writeName('Ann Example');
    await approve();
    await headingIs('Approved, but not passed on yet');
    delete bench.faults.publish;
    await page.getByRole('button', { name: 'Pass the approval on' }).click();
    await headingIs('Approved');
    expect(bench.published).toHaveLength(1);
  });

  it('shows what an attacker wrote as text that does nothing', async () => {
    const problems: string[] = [];
    page.on('dialog', (dialog) => {
      problems.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('console', (message) => void problems.push(message.text()));
    const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script><style>*{display:none}</style>`;
    const before = server.calls.length;
    await openLink([
      partOutcome({
        source: hostile,
        ticket: hostile,
        link: 'javascript:alert(3)',
        indicators: [held(`https://evil.example/${hostile}`, { type: 'url', explanation: hostile })],
      }),
    ]);
    expect(await page.getByText('https://evil.example/').isVisible()).toBe(true);
    expect(await page.locator('img, script, iframe').count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    await writeName(hostile.slice(0, 90));
    await approve();
    await headingIs('Approved');
    expect(await page.locator('dd').getByText('onerror=alert(1)').isVisible()).toBe(true);
    expect(problems).toEqual([]);
    expect(server.calls.slice(before).filter((call) => !call.includes('/approvals/'))).toEqual([]);
  });

  it.each([320, 390, 1280])('fits a screen of %i pixels, however long the values', async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await openLink([
      partOutcome({
        source: 's'.repeat(100),
        ticket: 'T'.repeat(100),
        link: `https://splunk.example/${'a'.repeat(400)}`,
        indicators: [
          held(`https://evil.example/${'x'.repeat(1_900)}`, { type: 'url' }),
          held(`${'long-label-'.repeat(5)}x.example`),
        ],
      }),
    ]);
    expect(await hiddenPixels()).toBe(0);
    const button = await page.getByRole('button', { name: 'Approve' }).boundingBox();
    expect(button?.height).toBeGreaterThanOrEqual(44);
    await writeName('n'.repeat(100));
    await approve();
    await headingIs('Approved');
    expect(await hiddenPixels()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('keeps its text readable in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await openLink();
    expect(Math.min(...(await contrastRatios()))).toBeGreaterThanOrEqual(4.5);
  });
});
