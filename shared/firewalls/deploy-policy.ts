/** Whether changes of ours are deployed to the firewalls by us, as configured. */
export type DeployPolicy =
  /** A person deploys. The default, since a deployment takes everybody's pending changes with it. */
  | { readonly deploy: 'never' }
  | {
      readonly deploy: 'auto';
      /** A firewall is deployed to at most once in so many minutes; what is changed meanwhile goes together. */
      readonly atMostEveryMinutes: number;
    };
