import type { NamesByOwner } from './names-by-owner.ts';

/** Services that companies work with every day: mail, documents, calls, code, tickets, payment, and the web's own plumbing. */
export const essentialServices: NamesByOwner = {
  Microsoft: `microsoft.com office.com office.net office365.com microsoft365.com cloud.microsoft outlook.com live.com
    live.net hotmail.com msn.com bing.com sharepoint.com sharepointonline.com onedrive.com onenote.com
    onenote.net skype.com skypeforbusiness.com lync.com teams.microsoft.com azure.com azure.net azure-api.net
    azure.microsoft.com azureedge.net azurefd.net azure-dns.com azure-dns.net azure-dns.org azure-dns.info
    azure-devices.net azure-automation.net azurerms.com visualstudio.com vsassets.io vscode.dev windows.com
    windows.net microsoftstream.com dynamics.com powerbi.com powerapps.com powerautomate.com powerplatform.com
    msecnd.net aspnetcdn.com s-microsoft.com microsoftusercontent.com msocdn.com msocsp.com
    officeapps.live.com gfx.ms sfx.ms afx.ms trafficmanager.net svc.ms static.microsoft usercontent.microsoft
    sway.com sway-cdn.com yammer.com assets-yammer.com yammerusercontent.com o365weve.com virtualearth.net
    xbox.com xboxlive.com xboxservices.com nuget.org microsofttranslator.com akadns.net a-msedge.net
    b-msedge.net c-msedge.net dc-msedge.net s-msedge.net l-msedge.net t-msedge.net e-msedge.net k-msedge.net
    msedge.net ax-msedge.net spo-msedge.net azurewebsites.net cloudappsecurity.com cas.ms atdmt.com
    oaspapps.com onestore.ms phonefactor.net bingapis.com hockeyapp.net appcenter.ms msads.net clarity.ms
    windowsphone.com zune.net halowaypoint.com minecraft.net mojang.com linkedin.cn office.de office365.us
    azure.us microsoft.us azure.cn microsoftazure.us microsoftazure.de 21vianet.com delve.office.com
    yammer.net mem.gfx.ms onecollector.cloudapp.aria omniroot.com microsoftonline-i.com xamarin.com
    signalr.net sysinternals.com windowssearch.com footprintdns.com msft.net microsoftedge.com
    dotnet.microsoft.com skypeassets.com microsoftonline.net microsoftstore.com surface.com msn.cn s-msn.com
    s-msft.com msftstatic.com livefilestore.com windowsstore.com azuredatalakestore.net
    azuredatalakeanalytics.net azuredatalake.net azurehdinsight.net trouter.io codeplex.com
    microsoftcrmportals.com powerappsportals.com powerpagesites.com msftidentity.com cortana.ai
    windowsmedia.com windowsphone.net outlookmobile.com acompli.net azure-apim.net azurefd.us mcas.ms
    remotewebaccess.com core.windows.net sway-extensions.com getmicrosoftkey.com exp-tas.com nelreports.net
    livemeeting.com healthvault.com microsoft.fr microsoft.com.au live.fi arm-msedge.net arc-msedge.net
    mcr-msedge.net ln-msedge.net`,
  Google: `google.com google-analytics.com googleadservices.com googlesyndication.com googletagmanager.com
    googletagservices.com googleapis.com googleapis.cn googleusercontent.com gstatic.com gstatic.cn
    googlevideo.com googlezip.net googlemail.com gmail.com gmail.google.com g.co goo.gl g.page google.org
    google.dev googleblog.com googlecode.com googlesource.com googlegroups.com googlehosted.com
    googledrive.com googledomains.com googlecommerce.com googlecnapps.cn googleoptimize.com googleweblight.com
    withgoogle.com withyoutube.com youtube.com youtu.be ytimg.com youtube-nocookie.com youtubeeducation.com
    youtubegaming.com youtubekids.com ggpht.com ggpht.cn gvt1.com gvt2.com gvt3.com gvt1-cn.com gvt2-cn.com
    gvt5.com 1e100.net android.com chrome.com chromium.org chromestatus.com chromebook.com
    chromeexperiments.com firebase.com firebase.google.com chromecast.com googlebot.com googlescholar.com
    yt.be abc.xyz app-measurement.com crashlytics.com crashlyticsreports-pa.googleapis.com doubleclick.net
    doubleclickbygoogle.com doubleclick.com 2mdn.net admob.com adsense.com adwords.com invitemedia.com
    waze.com blogger.com appspot.com cloudfunctions.net cloud.google.com workspace.google.com golang.org
    go.dev kaggle.com tensorflow.org web.dev dart.dev flutter.dev flutter.io material.io ampproject.org
    ampproject.net urchin.com picasa.com panoramio.com feedburner.com recaptcha.net widevine.com
    fonts.googleapis.com looker.com lookerstudio.google mandiant.com virustotal.com nest.com fitbit.com
    google.cloud about.google ai.google store.google grow.google safety.google registry.google domains.google
    blog.google gemini.google deepmind.com duck.com googlefiber.net gmodules.com itasoftware.com orkut.com
    postini.com zynamics.com ytimg.l.google.com googleearth.com googlemaps.com googlesciencefair.com
    googlestore.com adtrafficquality.google content.googleapis.com googletraveladservices.com admob-cn.com
    dns.google`,
  Apple: `apple.com icloud.com icloud-content.com apple-dns.net apple-cloudkit.com apple-livephotoskit.com
    aaplimg.com cdn-apple.com mzstatic.com itunes.com me.com mac.com apple-mapkit.com apple.news
    safebrowsing.apple apple.co apple-relay.com push.apple.com applemusic.com swift.org webkit.org appsto.re
    itunes.apple.com`,
  Amazon: `amazon.com amazon.ca amazon.cn amazon.co.jp amazon.co.uk amazon.com.au amazon.com.br amazon.com.mx
    amazon.com.tr amazon.de amazon.es amazon.fr amazon.in amazon.it amazon.nl amazon.pl amazon.sa amazon.se
    amazon.sg amazon.ae amazon.eg amazon.com.be media-amazon.com ssl-images-amazon.com images-amazon.com
    amazon-adsystem.com amazonpay.com a2z.com amazontrust.com primevideo.com audible.com imdb.com twitch.tv
    ttvnw.net jtvnw.net amazonvideo.com amazonalexa.com ring.com amzn.to a.co amazon.jobs`,
  'Calls and chat': `zoom.us zoom.com zoomgov.com zoom.com.cn slack.com slack-edge.com slack-files.com slackb.com
    slack-imgs.com slack-msgs.com slack-core.com slack-gov.com gotomeeting.com goto.com gotowebinar.com
    logmeininc.com logmein.com ringcentral.com bluejeans.com whereby.com mattermost.com mattermost.cloud
    element.io matrix.org vonage.com nexmo.com twilio.com twilio.sendgrid.com 8x8.com dialpad.com avaya.com
    vidyo.com livekit.cloud agora.io krisp.ai wire.com`,
  'Code and delivery': `github.com githubassets.com githubapp.com githubcopilot.com githubstatus.com ghcr.io githubusercontent.com
    gitlab.com gitlab.net gitlab.io gitlab-static.net bitbucket.org bitbucket.io npmjs.com npmjs.org
    yarnpkg.com nodejs.org deno.com deno.land jsr.io bun.sh pypi.org pythonhosted.org
    python.org rubygems.org ruby-lang.org crates.io rust-lang.org rustup.rs docker.com docker.io quay.io
    maven.org apache.org gradle.org packagist.org php.net getcomposer.org proxy.golang.org pkg.go.dev
    hashicorp.com terraform.io kubernetes.io k8s.io helm.sh circleci.com travis-ci.com travis-ci.org
    jenkins.io jetbrains.com jetbrains.space sonarsource.com sonarcloud.io sonarqube.org snyk.io codecov.io
    stackoverflow.com stackexchange.com sstatic.net postman.com swagger.io cloudsmith.io jfrog.io jfrog.com
    launchdarkly.com anaconda.com anaconda.org conda.io unity.com unity3d.com vercel.com netlify.com
    heroku.com render.com fly.io railway.com digitalocean.com linode.com vultr.com hetzner.com hetzner.de
    ovh.com ovhcloud.com scaleway.com rackspace.com copilot.microsoft.com supabase.com mongodb.com mongodb.net
    redis.io redis.com elastic.co elastic-cloud.com`,
  'Tickets, sales, staff': `salesforce.com force.com salesforceliveagent.com salesforce-sites.com visualforce.com salesforce-setup.com
    lightning.com lightning.force.com documentforce.com exacttarget.com pardot.com my.salesforce.com
    sfdcstatic.com tableau.com tableausoftware.com heroku.com mulesoft.com servicenow.com service-now.com
    servicenowservices.com atlassian.com atlassian.net atlassian.io atl-paas.net atlassianblog.com
    statuspage.io jira.com trello.com trellocdn.com bamboohr.com bamboohr.co.uk workday.com myworkday.com
    myworkdayjobs.com workdaycdn.com myworkdaycdn.com sap.com sapcloud.io ondemand.com hana.ondemand.com
    successfactors.com successfactors.eu concur.com concursolutions.com ariba.com oracle.com oraclecloud.com
    oracleinfinity.io ocs.oraclecloud.com netsuite.com peoplesoft.com adp.com paychex.com paylocity.com
    ukg.com kronos.net ultipro.com personio.de personio.com hibob.com rippling.com gusto.com deel.com
    zendesk.com zdassets.com zopim.com freshworks.com freshdesk.com freshservice.com hubspot.com hubspot.net
    hs-scripts.com hsforms.net hs-analytics.net hubapi.com intercom.io intercom.com intercomcdn.com zoho.com
    zoho.eu zoho.in zohocdn.com zohostatic.com pipedrive.com monday.com asana.com asana.biz notion.so
    notion.com notion-static.com airtable.com clickup.com smartsheet.com basecamp.com wrike.com miro.com
    figma.com lucid.app lucidchart.com coda.io linear.app pagerduty.com opsgenie.com victorops.com
    docusign.com docusign.net adobesign.com echosign.com hellosign.com pandadoc.com coupa.com coupahost.com
    expensify.com qualtrics.com surveymonkey.com typeform.com eventbrite.com calendly.com egnyte.com box.com
    boxcdn.net box.net dropbox.com dropboxapi.com dropboxstatic.com dropbox-dns.com dropboxusercontent.com
    evernote.com grammarly.com grammarly.io deepl.com canva.com canva-web-files.com wetransfer.com citrix.com
    citrix.net citrixonline.com sharefile.com cloud.com vmware.com omnissa.com workspaceone.com
    vmwareidentity.com airwatch.com awmdm.com jamf.com jamfcloud.com kandji.io iru.com`,
  Adobe: `adobe.com adobe.io adobecc.com adobelogin.com adobess.com adobedtm.com adobetarget.com acrobat.com
    typekit.net typekit.com omtrdc.net demdex.net 2o7.net behance.net adobestock.com adobeoobe.com`,
  'Money and shipping': `paypal.com paypalobjects.com paypal.me braintreegateway.com braintree-api.com venmo.com stripe.com
    stripe.network stripecdn.com square.com squareup.com squarecdn.com adyen.com adyenpayments.com klarna.com
    klarnacdn.net visa.com mastercard.com americanexpress.com discover.com swift.com worldpay.com wise.com
    intuit.com quickbooks.com turbotax.com xero.com sage.com datev.de shopify.com shopifycdn.com
    shopifysvc.com shopify.dev myshopify.dev ups.com fedex.com dhl.com dhl.de usps.com dpd.com ebay.com
    ebaystatic.com ebayimg.com sabre.com amadeus.com alipay.com alibaba.com aliyun.com aliyuncs.com`,
  'Mail delivery': `pphosted.com proofpoint.com ppe-hosted.com ppops.net mimecast.com mimecastprotect.com mimecast.co.za
    barracuda.com barracudanetworks.com barracudacentral.org messagelabs.com sendgrid.net sendgrid.com
    mailgun.org mailgun.com mailgun.net mailchimp.com mailchimpapp.com mandrillapp.com list-manage.com
    mcsv.net rsgsv.net postmarkapp.com sparkpost.com sparkpostmail.com mailjet.com sendinblue.com brevo.com
    constantcontact.com exacttarget.com mktoresp.com marketo.com marketo.net mktossl.com spamhaus.org
    dmarcian.com valimail.com agari.com returnpath.net validity.com spamcop.net sorbs.net surbl.org uribl.com`,
  'Delivery networks': `akamai.com akamai.net akamaiedge.net akamaihd.net akamaized.net akamaitechnologies.com akamaistream.net
    akamaitech.net akam.net akagtm.org edgekey.net edgesuite.net srip.net akstat.io go-mpulse.net
    linodeusercontent.com cloudflare.com cloudflare.net cloudflareinsights.com cloudflarestorage.com
    cloudflareaccess.com cloudflareclient.com cloudflarestream.com cloudflarestatus.com cloudflare-gateway.com
    cdnjs.cloudflare.com cdnjs.com fastly.com fastly.net fastlylb.net fastly-edge.com fastly-insights.com
    fastlylabs.com jsdelivr.net jsdelivr.com unpkg.com esm.sh skypack.dev cloudfront.net edgecastcdn.net
    edgio.net edg.io llnwd.net llnw.net limelight.com lldns.net stackpathdns.com stackpathcdn.com
    stackpath.bootstrapcdn.com bootstrapcdn.com jquery.com cdn77.org cdn77.com bunny.net b-cdn.net
    bunnycdn.com keycdn.com kxcdn.com gcdn.co gcore.com imperva.com incapsula.com impervadns.net incapdns.net
    sucuri.net sucuri.com cachefly.net cachefly.com imgix.net imgix.com cloudinary.com fontawesome.com
    typekit.net use.typekit.net wsimg.com wixstatic.com parastorage.com squarespace-cdn.com squarespace.com
    wpengine.com wpenginepowered.com kinsta.com kinsta.cloud pantheon.io wp.com gravatar.com w.org
    wordpress.org cdnsun.net chinacache.net chinanetcenter.com ksyuncdn.com alicdn.com qiniu.com cdngslb.com
    gtimg.com akasripcn.net akadns88.net akadns99.net adobedc.net algolia.net algolianet.com algolia.io`,
  'Names and registries': `iana.org icann.org internic.net verisign.com verisign-grs.com gtld-servers.net root-servers.net
    root-servers.org nstld.com ripe.net arin.net apnic.net lacnic.net afrinic.net isc.org nic.uk nominet.uk
    denic.de nic.de afnic.fr nic.fr sidn.nl dns.nl switch.ch nic.ch eurid.eu dns.be nic.at nic.it registro.br
    dns.br cira.ca auda.org.au nic.ru tcinet.ru cnnic.cn dns.cn jprs.jp dns.jp donuts.co identity.digital
    afilias.info pir.org nic.google centralnic.net markmonitor.com godaddy.com domaincontrol.com
    secureserver.net namecheap.com registrar-servers.com gandi.net name.com dnsimple.com easydns.com
    dnsmadeeasy.com nsone.net ns1.com ultradns.net ultradns.com ultradns.org ultradns.biz ultradns.co.uk
    ultradns.info dynect.net dyn.com he.net cscdns.net cscglobal.com awsdns.com 1and1.com ionos.com ionos.de
    ui-dns.com ui-dns.de strato.de networksolutions.com worldnic.com tucows.com enom.com hover.com
    verisign.net level3.net`,
  'Watching and measuring': `datadoghq.com datadoghq.eu ddog-gov.com newrelic.com nr-data.net newrelic.eu splunk.com splunkcloud.com
    splunk.cloud signalfx.com sumologic.com sumologic.net dynatrace.com dynatracelabs.com ruxit.com
    appdynamics.com eum-appdynamics.com grafana.com grafana.net grafana.org loggly.com papertrailapp.com
    logz.io honeycomb.io sentry.io sentry-cdn.com bugsnag.com rollbar.com pingdom.net pingdom.com
    uptimerobot.com statuscake.com thousandeyes.com catchpoint.com segment.com segment.io amplitude.com
    mixpanel.com heap.io heapanalytics.com fullstory.com hotjar.com hotjar.io pendo.io optimizely.com
    onetrust.com onetrust.io cookielaw.org cookiebot.com trustarc.com usercentrics.eu cookiepro.com
    unity3d.com demdex.net`,
  // Top-level domains that belong to one company: whatever lies below is its own.
  'Domains of brands': `google goog youtube gmail android chrome gle microsoft azure windows office bing skype xbox hotmail aws
    amazon prime apple cisco oracle sap ibm netflix visa`,
  Security: `crowdstrike.com cloudsink.net sentinelone.net sentinelone.com paloaltonetworks.com paloaltonetworks.eu
    prismaaccess.com gpcloudservice.com cortex.paloaltonetworks.com demisto.com fortinet.com fortinet.net
    fortiguard.com fortiguard.net forticloud.com fortigate.com fortisase.com zscaler.com zscaler.net
    zscalerone.net zscalertwo.net zscalerthree.net zscloud.net zscalerbeta.net zpath.net zdxcloud.net
    netskope.com goskope.com checkpoint.com sophos.com sophosxl.net sophosupd.com sophosupd.net trendmicro.com
    trendmicro.eu trellix.com mcafee.com mcafee-cloud.com mcafeewebadvisor.com skyhigh.cloud symantec.com
    broadcom.com norton.com symantecliveupdate.com kaspersky.com kaspersky-labs.com eset.com eset.eu eset.sk
    bitdefender.com bitdefender.net avast.com avcdn.net avg.com avira.com avira-update.com malwarebytes.com
    malwarebytes.org mwbsys.com f-secure.com withsecure.com panda.com pandasecurity.com webroot.com
    webrootcloudav.com cylance.com carbonblack.io carbonblack.com tanium.com tenable.com nessus.org qualys.com
    qualys.eu rapid7.com rapid7.eu insight.rapid7.com secureworks.com mandiant.com fireeye.com
    recordedfuture.com abuse.ch urlhaus.abuse.ch misp-project.org circl.lu shadowserver.org cisa.gov cert.org
    us-cert.gov mitre.org nist.gov first.org sans.org owasp.org cve.org exploit-db.com shodan.io censys.io
    greynoise.io abuseipdb.com alienvault.com otx.alienvault.com threatconnect.com anomali.com opencti.io
    filigran.io thehive-project.org strangebee.com wazuh.com graylog.org graylog.com securityonion.net
    knowbe4.com cofense.com phishme.com wiz.io orca.security lacework.net lacework.com aquasec.com sysdig.com
    darktrace.com vectra.ai extrahop.com corelight.com exabeam.com logrhythm.com securonix.com arcticwolf.com
    huntress.io huntress.com red-canary.com redcanary.com expel.io talosintelligence.com
    talos-intelligence.com`,
};
