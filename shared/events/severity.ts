/** How bad something is, from least to worst. Every sender's own scale is brought to this one. */
export const severities = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];
