import type { NamesByOwner } from './names-by-owner.ts';

/** What half the world visits, or its pages load in passing. Popular is not indispensable, and not always harmless: a person may block it. */
export const wellKnownSites: NamesByOwner = {
  Meta: `facebook.com facebook.net fb.com fb.me fbcdn.net fbsbx.com instagram.com cdninstagram.com whatsapp.com
    whatsapp.net wa.me messenger.com meta.com workplace.com oculus.com threads.net threads.com`,
  'Social and media': `tiktok.com tiktokv.com tiktokcdn.com tiktokcdn-us.com ttwstatic.com byteoversea.com bytedance.com
    ibytedtos.com ibyteimg.com pstatp.com snapchat.com sc-cdn.net sc-static.net twitter.com x.com twimg.com
    t.co pinterest.com pinimg.com reddit.com redditstatic.com redditmedia.com redd.it linkedin.com licdn.com
    quora.com tumblr.com flickr.com vimeo.com vimeocdn.com dailymotion.com soundcloud.com spotify.com scdn.co
    spotifycdn.com netflix.com netflix.net nflxvideo.net nflximg.net nflxext.com hulu.com disneyplus.com
    disney.com go.com espn.com espncdn.com hbomax.com max.com paramountplus.com peacocktv.com roku.com plex.tv
    deezer.com pandora.com imgur.com giphy.com tenor.com vk.com vkontakte.ru ok.ru userapi.com mail.ru
    yandex.ru yandex.com yandex.net yastatic.net ya.ru rambler.ru dzen.ru rutube.ru wikipedia.org
    wikimedia.org wiktionary.org mediawiki.org wikidata.org fandom.com archive.org yelp.com tripadvisor.com
    etsy.com etsystatic.com walmart.com target.com bestbuy.com costco.com homedepot.com ikea.com
    aliexpress.com aliexpress-media.com temu.com shein.com craigslist.org mercadolibre.com rakuten.co.jp
    yahoo.co.jp yimg.jp naver.com pstatic.net kakao.com kakaocdn.net daum.net nate.com coupang.com zalando.de
    otto.de weibo.com weibo.cn sina.com.cn sinaimg.cn sohu.com 163.com 126.net netease.com youku.com
    bilibili.com hdslb.com douyin.com iqiyi.com zhihu.com csdn.net douban.com xiaohongshu.com 360.cn qihoo.com
    pinduoduo.com meituan.com 10086.cn kuaishou.com huya.com`,
  'Calls and chat': `discord.com discord.gg discordapp.com discordapp.net discord.media telegram.org signal.org viber.com
    line.me wechat.com teamviewer.com anydesk.com threema.ch skype.net zalo.me icq.com kik.com groupme.com`,
  News: `cnn.com cnn.io nytimes.com nyt.com washingtonpost.com wsj.com wsj.net dowjones.com bloomberg.com
    reuters.com apnews.com bbc.com bbc.co.uk bbci.co.uk theguardian.com guardian.co.uk guim.co.uk ft.com
    economist.com forbes.com cnbc.com foxnews.com nbcnews.com abcnews.go.com cbsnews.com usatoday.com npr.org
    time.com businessinsider.com insider.com dailymail.co.uk telegraph.co.uk independent.co.uk thesun.co.uk
    mirror.co.uk sky.com spiegel.de zeit.de faz.net sueddeutsche.de bild.de welt.de focus.de heise.de golem.de
    tagesschau.de zdf.de ard.de n-tv.de lemonde.fr lefigaro.fr liberation.fr elpais.com elmundo.es corriere.it
    repubblica.it nos.nl nu.nl telegraaf.nl dr.dk svt.se nrk.no yle.fi orf.at derstandard.at nzz.ch srf.ch
    20min.ch rt.com ria.ru lenta.ru rbc.ru aljazeera.com aljazeera.net indiatimes.com ndtv.com
    hindustantimes.com thehindu.com nhk.or.jp asahi.com nikkei.com scmp.com smh.com.au abc.net.au news.com.au
    stuff.co.nz cbc.ca theglobeandmail.com globo.com uol.com.br folha.uol.com.br techcrunch.com theverge.com
    wired.com arstechnica.com zdnet.com cnet.com engadget.com slashdot.org ycombinator.com
    bleepingcomputer.com krebsonsecurity.com thehackernews.com theregister.com darkreading.com weather.com
    accuweather.com wunderground.com marketwatch.com investing.com`,
  Assistants: `openai.com chatgpt.com oaiusercontent.com oaistatic.com anthropic.com claude.ai claude.com huggingface.co
    mistral.ai perplexity.ai cursor.com cursor.sh openai.azure.com gemini.google.com deepseek.com x.ai
    grok.com midjourney.com elevenlabs.io poe.com character.ai stability.ai`,
  China: `tencent.com qq.com qcloud.com baidu.com bdstatic.com taobao.com tmall.com jd.com weixin.qq.com
    myqcloud.com bdimg.com alicdn.com mmstat.com`,
  Travel: `booking.com expedia.com airbnb.com uber.com lyft.com hotels.com agoda.com kayak.com skyscanner.net
    marriott.com hilton.com delta.com united.com lufthansa.com bahn.de`,
  Games: `steampowered.com steamcommunity.com steamstatic.com steamcontent.com epicgames.com epicgames.dev
    unrealengine.com ea.com origin.com ubisoft.com ubi.com blizzard.com battle.net riotgames.com
    leagueoflegends.com playstation.com playstation.net sonyentertainmentnetwork.com nintendo.com nintendo.net
    roblox.com rbxcdn.com minecraft.net supercell.com king.com zynga.com rockstargames.com gog.com itch.io
    chess.com`,
  'Science and states': `europa.eu gov.uk usa.gov ca.gov irs.gov ssa.gov nasa.gov noaa.gov weather.gov nih.gov cdc.gov fda.gov
    whitehouse.gov state.gov justice.gov fbi.gov dhs.gov defense.gov army.mil navy.mil va.gov house.gov
    senate.gov loc.gov usgs.gov usda.gov census.gov who.int un.org unesco.org worldbank.org imf.org oecd.org
    nato.int mit.edu harvard.edu stanford.edu berkeley.edu cmu.edu cornell.edu columbia.edu princeton.edu
    yale.edu ox.ac.uk cam.ac.uk ethz.ch nature.com science.org sciencedirect.com springer.com wiley.com
    elsevier.com ieee.org acm.org arxiv.org doi.org researchgate.net academia.edu w3.org ietf.org
    rfc-editor.org unicode.org creativecommons.org bund.de gouv.fr admin.ch gov.au gov.br gc.ca canada.ca
    service.gov.uk nhs.uk`,
  'Learning and work': `coursera.org udemy.com edx.org khanacademy.org duolingo.com instructure.com blackboard.com moodle.org
    turnitin.com pearson.com indeed.com glassdoor.com monster.com upwork.com fiverr.com xing.com medium.com
    substack.com ted.com wikihow.com`,
  'Advertising and counting': `adnxs.com rubiconproject.com pubmatic.com criteo.com criteo.net openx.net casalemedia.com adsrvr.org
    taboola.com outbrain.com moatads.com bidswitch.net 3lift.com sharethrough.com indexww.com bluekai.com
    krxd.net rlcdn.com everesttech.net agkn.com tapad.com exelator.com addthis.com sharethis.com
    adsafeprotected.com doubleverify.com applovin.com vungle.com inmobi.com mopub.com flurry.com tiktokcdn.com
    yahoo.com yimg.com yahooapis.com smartadserver.com teads.tv liveramp.com crwdcntrl.net mathtag.com
    smaato.net spotxchange.com serving-sys.com simpli.fi stackadapt.com turn.com contextweb.com lijit.com
    gumgum.com media.net mgid.com zemanta.com 1rx.io nflxso.net comscore.com scorecardresearch.com
    quantserve.com quantcast.com nielsen.com imrworldwide.com chartbeat.com chartbeat.net branch.io
    appsflyer.com adjust.com kochava.com adform.net adroll.com bing.net bounceexchange.com btrll.com
    adtechus.com advertising.com aol.com yieldmo.com sovrn.com triplelift.com 33across.com id5-sync.com
    adgrx.com permutive.com piano.io tinypass.com parsely.com newsroom.bi mookie1.com nexac.com eyeota.net
    bttrack.com emxdgt.com dotomi.com w55c.net fwmrm.net innovid.com flashtalking.com extremereach.io
    tremorhub.com adcolony.com chartboost.com ironsrc.com supersonicads.com tapjoy.com startappservice.com
    liftoff.io moloco.com digitalturbine.com singular.net tealiumiq.com tiqcdn.com ensighten.com
    bazaarvoice.com trustpilot.com yotpo.com klaviyo.com attentivemobile.com mparticle.com braze.com
    iterable.com onesignal.com pushwoosh.com urbanairship.com leanplum.com clevertap.com ipredictive.com
    lkqd.net yieldlab.net rfihub.com sitescout.com undertone.com`,
  Registrars: `porkbun.com hostinger.com bluehost.com dreamhost.com hostgator.com siteground.com wix.com weebly.com
    duckduckgo.com ecosia.org startpage.com ask.com`,
  // Whole suffixes: states, armies, universities.
  'States and universities': `gov mil int edu gov.uk gov.au gov.nz gov.in gov.sg gov.za gov.br gov.cn gov.tr gov.il gov.pl gov.it gov.hk
    gov.tw gov.my gov.ph gov.gr gov.ie gov.pt gob.mx gob.ar gob.es gob.cl gouv.fr go.jp go.kr go.id go.th
    gc.ca gov.ua gov.ru admin.ch bund.de overheid.nl belgium.be ac.uk ac.jp ac.kr ac.in ac.nz ac.za ac.il
    ac.at edu.au edu.cn edu.tw edu.hk edu.sg edu.in edu.br edu.pl edu.tr police.uk mod.uk parliament.uk`,
  Banks: `chase.com jpmorgan.com jpmorganchase.com bankofamerica.com wellsfargo.com citi.com citibank.com
    citigroup.com capitalone.com usbank.com pnc.com truist.com tdbank.com td.com schwab.com fidelity.com
    vanguard.com goldmansachs.com morganstanley.com hsbc.com hsbc.co.uk barclays.com barclays.co.uk
    lloydsbank.co.uk lloydsbank.com natwest.com rbs.co.uk santander.com santander.co.uk nationwide.co.uk
    deutsche-bank.de commerzbank.de sparkasse.de dkb.de ing.de ing.com ing.nl rabobank.nl abnamro.nl
    bnpparibas.com societegenerale.com credit-agricole.fr labanquepostale.fr unicredit.it intesasanpaolo.com
    bbva.com bbva.es caixabank.es ubs.com credit-suisse.com postfinance.ch raiffeisen.ch raiffeisen.at
    erstegroup.com nordea.com seb.se swedbank.se danskebank.dk dnb.no revolut.com n26.com monzo.com rbc.com
    scotiabank.com bmo.com cibc.com commbank.com.au westpac.com.au anz.com nab.com.au dbs.com ocbc.com
    icbc.com.cn ccb.com boc.cn itau.com.br bradesco.com.br nubank.com.br sbi.co.in hdfcbank.com icicibank.com
    mufg.jp smbc.co.jp coinbase.com binance.com kraken.com`,
  Carriers: `att.com verizon.com t-mobile.com sprint.com comcast.com xfinity.com spectrum.com charter.com cox.com
    lumen.com centurylink.com bt.com ee.co.uk vodafone.com vodafone.de vodafone.co.uk o2.co.uk o2.de
    three.co.uk telekom.de telekom.com t-online.de 1und1.de orange.com orange.fr sfr.fr free.fr
    bouyguestelecom.fr telefonica.com movistar.es tim.it windtre.it swisscom.ch sunrise.ch salt.ch a1.net
    kpn.com ziggo.nl proximus.be telenet.be telia.com telenor.com tele2.com elisa.fi rogers.com bell.ca
    telus.com telstra.com optus.com.au ntt.com kddi.com softbank.jp docomo.ne.jp chinamobile.com
    chinaunicom.com chinatelecom.com.cn jio.com airtel.in level3.com cogentco.com equinix.com zayo.com gtt.net`,
  Industry: `siemens.com bosch.com sap.de volkswagen.de vw.com bmw.com bmw.de mercedes-benz.com toyota.com honda.com
    ford.com gm.com tesla.com ge.com honeywell.com abb.com schneider-electric.com philips.com sony.com
    sony.net panasonic.com lg.com lge.com basf.com bayer.com novartis.com roche.com pfizer.com jnj.com
    merck.com nestle.com unilever.com pg.com coca-cola.com pepsico.com nike.com adidas.com boeing.com
    airbus.com lockheedmartin.com raytheon.com shell.com bp.com exxonmobil.com totalenergies.com maersk.com
    accenture.com deloitte.com kpmg.com ey.com mckinsey.com bcg.com capgemini.com infosys.com tcs.com
    wipro.com cognizant.com dxc.com autodesk.com ansys.com mathworks.com esri.com arcgis.com
    texasinstruments.com ti.com micron.com seagate.com westerndigital.com kingston.com arm.com broadcom.com
    marvell.com tsmc.com asml.com`,
};
