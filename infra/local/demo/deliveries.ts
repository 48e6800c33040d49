import type { TerminalStatus } from '#shared/iocs/indicator-status.ts';
import guardedFeed from './guarded-feed.json' with { type: 'json' };
import iocList from './ioc-list.json' with { type: 'json' };
import partnerFeed from './partner-feed.json' with { type: 'json' };
import splunkAlert from './splunk-alert.json' with { type: 'json' };
import trialFeed from './trial-feed.json' with { type: 'json' };

/** One webhook of the demo, and how each of its indicators has to end. */
export interface DemoDelivery {
  /** Key of the connection in `infra/config/local.json`. */
  readonly connection: string;
  /** One line for the reader: what is sent, and what this shows. */
  readonly story: string;
  readonly body: object;
  /** By value as the answers show it: canonical where it is an indicator, as sent where it is none. */
  readonly expected: Readonly<Record<string, TerminalStatus | 'held'>>;
}

/** As the fixtures write it, in any case. */
const label = /-demo(?=\b)/gi;

/**
 * The deliveries, in the order in which they have to be sent: the second relies on what the first has blocked.
 * @param run makes the indicators of this run new, also where an emulator remembers earlier ones: a few of a-z and 0-9.
 */
export function deliveriesOf(run: string): DemoDelivery[] {
  return deliveries.map(({ body, expected, ...rest }) => ({
    ...rest,
    body: labelled(body, run),
    expected: labelled(expected, run),
  }));
}

/** The same value with the label replaced in every text; a label has no character that JSON would have to escape. */
function labelled<T extends object>(value: T, run: string): T {
  return JSON.parse(JSON.stringify(value).replaceAll(label, `-${run}`));
}

const deliveries: readonly DemoDelivery[] = [
  {
    connection: 'splunk',
    story: 'a Splunk alert; its list is used by an enabled block rule',
    body: splunkAlert,
    expected: {
      'c2.botnet-demo.example': 'enforced',
      'https://login.phishing-demo.example/invoice.php?id=7': 'enforced',
      '10.0.0.5': 'rejected',
    },
  },
  {
    connection: 'ioc-list',
    story: 'a plain list for the same destination list; one is blocked already, one is no indicator',
    body: iocList,
    expected: {
      'dropper.malware-demo.example': 'enforced',
      'https://files.malware-demo.example/invoice.exe?id=7': 'enforced',
      'c2.botnet-demo.example': 'already-enforced',
      'not an indicator': 'rejected',
    },
  },
  {
    connection: 'ioc-list',
    story: 'the guard: what must never be blocked, and what only a person may block',
    body: guardedFeed,
    expected: {
      'google.com': 'rejected',
      '8.8.8.8': 'rejected',
      'wiki.corp.example': 'rejected',
      'c2-demo.rival.example': 'held',
    },
  },
  {
    connection: 'partner-feed',
    story: 'its list is used by an allow rule: writing there would open a door',
    body: partnerFeed,
    expected: { 'shop.allowed-demo.example': 'rejected' },
  },
  {
    connection: 'trial-feed',
    story: 'no rule uses its list: stored, and said so',
    body: trialFeed,
    expected: { 'tracker.trial-demo.example': 'stored-not-enforced' },
  },
];
