import { z } from 'zod';
import type { Answer } from '../webhook/post-body.ts';

const blockSchema = z.object({
  status: z.string(),
  reason: z.string().optional(),
  destinationList: z.string().optional(),
});

const verdictSchema = z.object({
  disposition: z.string(),
  confidence: z.string(),
  because: z.string(),
  evidence: z
    .array(
      z.object({
        module: z.string(),
        disposition: z.string(),
        reason: z.string().optional(),
        link: z.string().optional(),
      }),
    )
    .default([]),
  failures: z.array(z.object({ module: z.string(), message: z.string() })).default([]),
});

const indicatorSchema = z.object({
  value: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  verdict: verdictSchema.optional(),
  action: z.string().optional(),
  because: z.string().optional(),
  response: z.object({ actionId: z.string(), result: z.string() }).optional(),
  incidentId: z.string().optional(),
  investigateUrl: z.string().optional(),
  blocks: z.array(blockSchema).default([]),
});

/** What is shown of a request for enrichment whose outcome was waited for. */
const outcomeSchema = z.object({
  requestId: z.string(),
  action: z.literal('enrich'),
  status: z.enum(['pending', 'held', 'failed', 'done']),
  indicators: z.array(indicatorSchema),
  problems: z.array(z.string()).default([]),
});

type Outcome = z.infer<typeof outcomeSchema>;

/** The outcome in an answer; nothing in answers of another kind: accepted and not finished, previewed, refused. */
export function outcomeIn({ text }: Answer): Outcome | undefined {
  try {
    return outcomeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Verdicts in lines for a person. */
export function describeVerdicts({ requestId, status, indicators, problems }: Outcome): string[] {
  return [
    `request ${requestId}: ${status}`,
    ...problems.map((problem) => `to put right: ${problem}`),
    ...indicators.flatMap(describeIndicator),
  ];
}

function describeIndicator(indicator: Outcome['indicators'][number]): string[] {
  const { value, status, reason, verdict, action, because, response, incidentId, blocks } = indicator;
  if (action === undefined) return [`${value}: ${status}${reason === undefined ? '' : `, ${reason}`}`];
  const known = verdict
    ? describeVerdict(verdict)
    : { headline: 'XDR does not know such indicators', lines: [] };
  return [
    `${value}: ${known.headline}`,
    ...known.lines,
    `  policy: ${action}, ${because}`,
    ...(response ? [`  response ${response.actionId}: ${response.result}`] : []),
    ...(incidentId === undefined ? [] : [`  incident ${incidentId}`]),
    ...blocks.map(
      (block) =>
        `  on ${block.destinationList ?? '(unknown)'}: ${block.status}${block.reason === undefined ? '' : `, ${block.reason}`}`,
    ),
    ...(indicator.investigateUrl === undefined ? [] : [`  ${indicator.investigateUrl}`]),
  ];
}

function describeVerdict({
  disposition,
  confidence,
  because,
  evidence,
  failures,
}: z.infer<typeof verdictSchema>) {
  return {
    headline: `${disposition}, confidence ${confidence}: ${because}`,
    lines: [
      ...evidence.map((one) =>
        [`  ${one.module}: ${one.disposition}`, one.reason, one.link]
          .filter((word) => word !== undefined)
          .join(', '),
      ),
      ...failures.map(({ module, message }) => `  ${module} did not answer: ${message}`),
    ],
  };
}
