import { AccessRules } from './access-rules.ts';
import { AccessTokens } from './access-tokens.ts';
import { ApiKeys } from './api-keys.ts';
import { DestinationLists } from './destination-lists.ts';
import { Faults } from './faults.ts';
import { PostingRecord } from './posting-record.ts';
import { RateLimits } from './rate-limits.ts';
import { RequestLog } from './request-log.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { SimulatedClock } from './simulated-clock.ts';

/** Everything the simulated cloud knows. One organisation, all in memory. */
export class Cloud {
  readonly clock: SimulatedClock;
  readonly keys = new ApiKeys();
  readonly tokens = new AccessTokens();
  readonly rateLimits = new RateLimits();
  readonly lists = new DestinationLists();
  readonly postings = new PostingRecord();
  readonly rules = new AccessRules();
  readonly faults = new Faults();
  readonly log = new RequestLog();
  settings: Settings = defaultSettings;

  constructor(clock: SimulatedClock) {
    this.clock = clock;
  }
}
