import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { decided } from '../../shared/approvals/decision-bench.ts';
import { held, partOutcome, requestId } from '../../shared/approvals/held-request.ts';
import { approvalBench } from './approval-bench.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const approve = { decision: 'approve', name: 'Ann Example' };
const reject = { decision: 'reject', name: 'Ann Example' };

/** What would give the request away. */
const ofTheRequest = [requestId, 'popular.example', 'soc-block', 'CASE-42', 'Enterprise Security', 'splunk'];

describe('looking at a link', () => {
  it('shows what, why, who asked, how many would be touched, and how long it would last', async () => {
    const { open, token } = approvalBench();
    const { status, body } = await open(token());
    expect(status).toBe(200);
    for (const shown of [
      'Block 1 indicator on soc-block?',
      'popular.example',
      'Many people visit it every day.',
      'Enterprise Security, through splunk',
      'CASE-42',
      '<a href="https://splunk.example/alerts/42" target="_blank" rel="noopener noreferrer nofollow external">',
      'high, 80 % sure',
      '312 identities',
      '2026-12-31 05:00 UTC',
      '2026-12-02 04:00 UTC',
      requestId,
    ]) {
      expect(body).toContain(shown);
    }
  });

  it.each(['GET', 'HEAD'])('with %s decides nothing, however often', async (method) => {
    const { open, token, rows, published } = approvalBench();
    await open(token(), method);
    await open(token(), method);
    expect(rows.size).toBe(0);
    expect(published).toEqual([]);
  });

  it('answers HEAD without a body', async () => {
    const { open, token } = approvalBench();
    expect(await open(token(), 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it.each(['PUT', 'DELETE', 'OPTIONS'])('does not take %s', async (method) => {
    const { open, token } = approvalBench();
    expect(await open(token(), method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } });
  });

  it('lets nothing load, run, frame, cache or pass on the address', async () => {
    const { open, token } = approvalBench();
    const { headers, body } = await open(token());
    const style = /<style>(.*)<\/style>/s.exec(body)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(body).not.toMatch(/<script|<img|<link|style="|\son\w+="/i);
  });

  it('shows the first 200 of many, and says that the decision is about all', async () => {
    const indicators = Array.from({ length: 450 }, (_, index) => held(`host-${index}.example`));
    const { open, token } = approvalBench([partOutcome({ indicators })]);
    const { body } = await open(token());
    expect(body.match(/<bdi>host-\d+\.example<\/bdi>/g)).toHaveLength(200);
    expect(body).toContain('The first 200 of 450 are shown.');
    expect(body).toContain('Approve: block 450 indicators');
  });

  it('shows each its own explanation where they differ, and groups by reason', async () => {
    const { open, token } = approvalBench([
      partOutcome({
        indicators: [
          held('a.example', { explanation: 'It is near a.' }),
          held('b.example', { explanation: 'It is near b.' }),
          held('192.0.2.7', { type: 'ipv4', reason: 'over-the-cap', explanation: 'Too many today.' }),
        ],
      }),
    ]);
    const { body } = await open(token());
    expect(body.match(/<h3>.*<\/h3>/g)).toEqual([
      '<h3>Popular name <span class="soft">(2)</span></h3>',
      '<h3>Over the cap <span class="soft">(1)</span></h3>',
    ]);
    expect(body).toContain('It is near b.');
    expect(body).toContain('would be blocked until 2026-12-08 05:00 UTC');
    expect(body).toContain('until the time beside each');
  });

  it.each(['http://splunk.example/', 'javascript:alert(1)', 'data:text/html,x', 'not a link'])(
    'makes no link of %s',
    async (link) => {
      const { open, token } = approvalBench([partOutcome({ link })]);
      const { body } = await open(token());
      expect(body).toContain(link);
      expect(body).not.toContain('target="_blank"');
    },
  );

  it('shows what comes from outside as text', async () => {
    const hostile = `"><script>alert('1')</script>&amp;`;
    const { open, token } = approvalBench([
      partOutcome({
        source: hostile,
        ticket: hostile,
        link: `https://evil.example/"onmouseover="alert(1)`,
        indicators: [held(hostile, { reason: hostile, explanation: hostile })],
      }),
    ]);
    const { body } = await open(token());
    expect(body).not.toContain('<script');
    expect(body).not.toContain('"onmouseover');
    expect(body.split('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;')).toHaveLength(6);
  });
});

describe('a link that does not count', () => {
  it.each([
    ['changed', 404, (bench: ReturnType<typeof approvalBench>) => `${bench.token().slice(0, -1)}~`],
    ['signed by somebody else', 404, (bench) => bench.token({}, 'another-key-of-the-tests-only-0123456789')],
    [
      'about a request that is not kept',
      404,
      (bench) => bench.token({ requestId: deriveRequestId('a', 'b') }),
    ],
    ['expired', 410, (bench) => bench.token({ expiresAt: bench.bench.now })],
    ['about what is not recorded yet', 503, (bench) => bench.token({ parts: [0, 1] })],
  ] as [string, number, (bench: ReturnType<typeof approvalBench>) => string][])(
    'because it is %s tells nothing and decides nothing',
    async (_why, status, tokenOf) => {
      const bench = approvalBench();
      const token = tokenOf(bench);
      for (const answer of [await bench.open(token), await bench.press(token, approve)]) {
        expect(answer.status).toBe(status);
        for (const secret of ofTheRequest) expect(answer.body).not.toContain(secret);
      }
      expect(bench.rows.size).toBe(0);
      expect(bench.published).toEqual([]);
    },
  );

  it('looks the same whether it was changed or its request is gone', async () => {
    const bench = approvalBench();
    const gone = await bench.open(bench.token({ requestId: deriveRequestId('a', 'b') }));
    expect(await bench.open('1.rubbish')).toEqual(gone);
  });

  it('has the keys read anew at most every 10 s, as one stored a moment ago may have signed it', async () => {
    const bench = approvalBench();
    await bench.open(bench.token());
    await bench.open('1.rubbish');
    expect(bench.keys.reads).toEqual([300, 300, 10]);
  });
});

describe('pressing a button', () => {
  it('Approve has the worker block it, and says who approved', async () => {
    const { press, token, rows, published, logLines } = approvalBench();
    const { status, body } = await press(token(), approve);
    expect(status).toBe(200);
    expect(body).toContain('<h1>Approved</h1>');
    expect(body).toContain('Ann Example');
    expect(body).toContain('The worker blocks, proves and records it');
    expect(rows.get(0)).toMatchObject({ decision: 'approve', decidedBy: 'Ann Example', through: 'link' });
    expect(published).toMatchObject([{ detail: { approvesPart: 0 } }]);
    expect(logLines.join('\n')).toContain('Held indicators decided');
  });

  it('Reject leaves it unblocked', async () => {
    const { press, token, rows, published } = approvalBench();
    expect((await press(token(), reject)).body).toContain('<h1>Rejected</h1>');
    expect(rows.get(0)).toMatchObject({ decision: 'reject', decidedBy: 'Ann Example' });
    expect(published).toEqual([]);
  });

  it('a second time tells who decided what and when, and changes nothing', async () => {
    const { press, open, token, rows, published } = approvalBench();
    await press(token(), approve);
    const first = rows.get(0);
    const again = [
      await open(token()),
      await press(token(), { ...approve, name: 'Bob' }),
      await press(token(), { ...reject, name: 'Bob' }),
    ];
    expect(again.map(({ status }) => status)).toEqual([200, 200, 409]);
    for (const { body } of again) {
      expect(body).toContain('Already decided: approved');
      expect(body).toContain('Ann Example');
      expect(body).toContain('2026-12-01 04:00 UTC');
      expect(body).not.toContain('<form');
    }
    expect(rows.get(0)).toEqual(first);
    expect(published).toHaveLength(1);
  });

  it('that could not tell the worker says so, and the same once more does', async () => {
    const { press, open, token, published, faults } = approvalBench();
    faults.publish = new RetryLater('the bus is away');
    const failed = await press(token(), approve);
    expect(failed.status).toBe(503);
    expect(failed.body).toContain('Nothing is blocked yet.');
    expect(failed.body).not.toContain('The worker blocks');
    expect((await open(token())).body).toContain('Pass the approval on');

    delete faults.publish;
    expect((await press(token(), approve)).body).toContain('<h1>Approved</h1>');
    expect(published).toHaveLength(1);
  });

  it.each([
    ['no name', { decision: 'approve' }, 'write your name'],
    ['a name of spaces', { decision: 'approve', name: ' \u200b ' }, 'write your name'],
    ['too long a name', { decision: 'approve', name: 'n'.repeat(101) }, 'a name has at most 100 characters'],
    ['no decision', { name: 'Ann' }, 'press Approve or Reject'],
    ['another decision', { decision: 'delete', name: 'Ann' }, 'press Approve or Reject'],
    ['far too much', { ...approve, other: 'x'.repeat(5_000) }, 'use the form'],
    ['nothing', {}, 'use the form'],
  ])('with %s decides nothing and says what is wrong', async (_what, fields, told) => {
    const { press, token, rows } = approvalBench();
    const { status, body } = await press(token(), { ...fields });
    expect(status).toBe(422);
    expect(body).toContain(`Nothing was decided: ${told}`);
    expect(rows.size).toBe(0);
  });

  it('counts only as a form', async () => {
    const { send, token, rows } = approvalBench();
    const body = JSON.stringify(approve);
    const json = { 'content-type': 'application/json' };
    const { status } = await send({
      method: 'POST',
      pathParameters: { token: token() },
      headers: json,
      body,
    });
    expect(status).toBe(422);
    expect(rows.size).toBe(0);
  });

  it('shows the open rest where an operator decided about a part before', async () => {
    const { open, press, token, rows } = approvalBench([partOutcome(), partOutcome({ part: 1 })]);
    rows.set(1, decided(1, { through: 'operator-route' }));
    const both = token({ parts: [0, 1] });
    expect((await open(both)).body).toContain('1 other has been decided about already.');
    await press(both, approve);
    expect([rows.get(0)?.decision, rows.get(1)?.decision]).toEqual(['approve', 'reject']);
  });

  it('shows a page and not the cause when something fails, which the log tells', async () => {
    const { press, token, faults, logLines } = approvalBench();
    faults.read = new Error('table scc-automations is away');
    const { status, body } = await press(token(), approve);
    expect(status).toBe(503);
    expect(body).toContain('api-1');
    expect(body).not.toContain('scc-automations is away');
    expect(logLines.join('\n')).toContain('scc-automations is away');
    expect(logLines.join('\n')).not.toContain(token());
  });
});
