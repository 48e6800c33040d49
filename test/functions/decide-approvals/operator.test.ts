import { afterEach, describe, expect, it, vi } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { held, partOutcome, requestId } from '../../shared/approvals/held-request.ts';
import { approvalBench, operatorArn } from './approval-bench.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('an operator', () => {
  it.each(['approve', 'reject'] as const)(
    'can %s all that a request holds, in the name IAM knows',
    async (decision) => {
      const { operate, rows } = approvalBench([
        partOutcome({ indicators: [held('a.example'), held('b.example')] }),
        partOutcome({ part: 4 }),
      ]);
      const { status, body } = await operate(decision);
      expect(status).toBe(200);
      expect(JSON.parse(body)).toEqual({ requestId, decision, parts: [0, 4], indicators: 3 });
      expect(rows.get(4)).toMatchObject({ decision, decidedBy: operatorArn, through: 'operator-route' });
    },
  );

  it('gets the same answer to a repeat', async () => {
    const { operate, published } = approvalBench();
    expect(await operate('approve')).toEqual(await operate('approve'));
    expect(published).toHaveLength(1);
  });

  it('cannot turn a decision round, and is told what can be done', async () => {
    const { operate, press, token } = approvalBench();
    await press(token(), { decision: 'approve', name: 'Ann' });
    const { status, body } = await operate('reject');
    expect(status).toBe(409);
    expect(JSON.parse(body)).toMatchObject({
      type: 'urn:problem-type:scc-automations:decided-otherwise',
      detail: `Ann, who had the link, approved it at 2026-12-01T04:00:00.000Z, and the first decision stands. Nothing was changed. To undo it: POST /requests/${requestId}/rollback.`,
    });
  });

  it.each([
    ['a request that is not known', deriveRequestId('a', 'b'), 404, 'not-found'],
    ['what is no request id', 'req_1', 404, 'not-found'],
  ])('is told of %s', async (_what, id, status, kind) => {
    const { operate } = approvalBench();
    const answer = await operate('approve', id);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).type).toBe(`urn:problem-type:scc-automations:${kind}`);
  });

  it('is told when nothing is held', async () => {
    const { operate } = approvalBench([partOutcome({ indicators: [] })]);
    const { status, body } = await operate('approve');
    expect(status).toBe(409);
    expect(JSON.parse(body).type).toBe('urn:problem-type:scc-automations:nothing-held');
  });

  it('is asked to repeat an approval that was recorded and could not be passed on', async () => {
    const { operate, rows, published, faults } = approvalBench();
    faults.publish = new RetryLater('the bus is away');
    const { status, headers } = await operate('approve');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(rows.get(0)).toMatchObject({ decision: 'approve' });

    delete faults.publish;
    expect((await operate('approve')).status).toBe(200);
    expect(published).toHaveLength(1);
  });

  it('must be somebody, and on one of the two routes', async () => {
    const { operate, send, rows } = approvalBench();
    expect((await operate('approve', requestId, '')).status).toBe(401);
    const elsewhere = { routeKey: 'POST /requests/{requestId}/rollback', awsCallerArn: operatorArn };
    expect((await send({ method: 'POST', pathParameters: { requestId }, ...elsewhere })).status).toBe(404);
    expect(rows.size).toBe(0);
  });
});
