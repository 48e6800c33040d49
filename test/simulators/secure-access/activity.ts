import { z } from 'zod';

/** Traffic of the organisation to one destination. */
export const activitySchema = z.strictObject({
  domain: z.string().min(1).optional().describe('The name that was asked for or that the URL holds.'),
  url: z.string().min(1).optional().describe('The whole URL, where the proxy saw it.'),
  destinationIp: z.union([z.ipv4(), z.ipv6()]).optional().describe('The address at the far end.'),
  identities: z
    .union([z.int().min(1).max(100_000), z.array(z.string().min(1)).min(1)], {
      error: 'identities must be an array of labels, or how many made-up identities',
    })
    .default(1)
    .describe('Who went there: labels, or how many made-up ones; each with one request.'),
  verdict: z.enum(['allowed', 'blocked']).default('allowed'),
  hoursAgo: z.number().min(0).default(1).describe('Before the time of the simulated clock.'),
});

export type ActivityInput = z.input<typeof activitySchema>;

/** One request of one identity. */
export interface Activity {
  readonly identity: string;
  readonly domain: string | undefined;
  readonly url: string | undefined;
  readonly destinationIp: string | undefined;
  readonly verdict: 'allowed' | 'blocked';
  readonly at: Date;
}

/** What narrows a report down; values of one parameter are alternatives, parameters must all fit. */
export interface ActivityFilter {
  readonly from: Date;
  readonly to: Date;
  readonly domains: readonly string[] | undefined;
  readonly urls: readonly string[] | undefined;
  readonly ip: string | undefined;
}

/** Requests of one identity, counted. */
export interface IdentityCount {
  readonly id: number;
  readonly label: string;
  readonly allowed: number;
  readonly blocked: number;
}

/** What the organisation's users and devices did. */
export class ActivityLog {
  #activities: Activity[] = [];
  readonly #ids = new Map<string, number>();

  add(
    { identities, hoursAgo, domain, url, destinationIp, verdict }: z.infer<typeof activitySchema>,
    now: Date,
  ) {
    const labels = typeof identities === 'number' ? madeUpIdentities(identities) : identities;
    const at = new Date(now.getTime() - hoursAgo * 3_600_000);
    for (const identity of labels) {
      if (!this.#ids.has(identity)) this.#ids.set(identity, this.#ids.size + 1);
      this.#activities.push({ identity, domain, url, destinationIp, verdict, at });
    }
  }

  /** The identities behind what fits the filter, those with most requests first. */
  identities(filter: ActivityFilter): readonly IdentityCount[] {
    const counts = new Map<string, { allowed: number; blocked: number }>();
    for (const activity of this.#activities) {
      if (!fits(activity, filter)) continue;
      const count = counts.get(activity.identity) ?? { allowed: 0, blocked: 0 };
      count[activity.verdict] += 1;
      counts.set(activity.identity, count);
    }
    return [...counts]
      .map(([label, count]) => ({ id: this.#ids.get(label) ?? 0, label, ...count }))
      .sort(
        (left, right) => right.allowed + right.blocked - left.allowed - left.blocked || left.id - right.id,
      );
  }

  get size(): number {
    return this.#activities.length;
  }

  clear(): void {
    this.#activities = [];
    this.#ids.clear();
  }
}

function fits(activity: Activity, { from, to, domains, urls, ip }: ActivityFilter): boolean {
  return (
    activity.at >= from &&
    activity.at <= to &&
    (domains === undefined || domains.some((domain) => isName(activity.domain, domain))) &&
    (urls === undefined || urls.some((url) => url === activity.url)) &&
    (ip === undefined || ip === activity.destinationIp)
  );
}

/** `*.` stands for every name below. */
function isName(name: string | undefined, wanted: string): boolean {
  return wanted.startsWith('*.') ? name?.endsWith(wanted.slice(1)) === true : name === wanted;
}

function madeUpIdentities(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `laptop-${String(index + 1).padStart(5, '0')}`);
}
