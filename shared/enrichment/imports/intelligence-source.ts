/**
 * Who says so, in everything that we write to private intelligence. What bears this name must not count as evidence:
 * a block would prove itself.
 */
export const intelligenceSource = 'SCC Automations';
