import type { NamesByOwner } from './names-by-owner.ts';

/** AWS's own hosts, where this very system runs. Buckets, functions and machines of customers have names of their own below. */
export const awsNames: NamesByOwner = {
  'Endpoints and console': `amazonaws.com amazonaws.com.cn amazonaws.eu aws.amazon.com aws.com aws.dev api.aws console.aws signin.aws
    awsapps.com awsstatic.com amazonwebservices.com amazonwebservices.com.cn awstrack.me aws-cdn.com
    awsglobalaccelerator.com amazoncognito.com amazonaws-us-gov.com amazonaws.cn c2s.ic.gov cloudfront.net
    on.aws app.aws private.aws quicksight.aws prod.aws opensearch.org sagemaker.aws awscloud.com awsevents.com
    amazonconnect.com awsmanaged.com elasticbeanstalk.com lightsail.aws aoss.amazonaws.com`,
  'Names and certificates':
    'amazontrust.com awsdns-00.com awsdns-00.net awsdns-00.org awsdns-00.co.uk amznfsx.com',
};
