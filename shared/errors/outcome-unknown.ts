import { AutomationError } from './automation-error.ts';

/**
 * A writing call may or may not have taken effect: the answer was lost, or was a server's failure.
 * Look at what is there before repeating it.
 */
export class OutcomeUnknown extends AutomationError {}
