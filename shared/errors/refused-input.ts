import { AutomationError } from './automation-error.ts';

/** What was sent cannot be accepted, now or later: the sender has to change it. Never retried. */
export class RefusedInput extends AutomationError {}
