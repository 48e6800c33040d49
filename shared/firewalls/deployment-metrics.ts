/** Deployments to single firewalls that came to an end: what was written there has its effect. */
export const deploymentsDoneMetric = 'DeploymentsDone';

/** Those that failed: what was written waits until the next one, or for a person. */
export const deploymentsFailedMetric = 'DeploymentsFailed';
