import type { NamesByOwner } from './names-by-owner.ts';

/**
 * The 500 sites to which most other sites link, by Moz, as the npm package top-sites 1.1.222 has them. Taken over and
 * not depended upon, because installing that package fetches the list anew: what the guard knows would change with the
 * day of the build.
 *
 * The MIT License (MIT)
 *
 * Copyright © 2018 Kiko Beats <josefrancisco.verdu@gmail.com> (kikobeats.com)
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to deal
 * in the Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 * copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in
 * all copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
 * THE SOFTWARE.
 *
 * @see https://github.com/Kikobeats/top-sites
 */
export const mostVisited: NamesByOwner = {
  'Most linked': `google.com youtube.com blogger.com apple.com wordpress.org linkedin.com cloudflare.com
    googleusercontent.com youtu.be whatsapp.com microsoft.com play.google.com policies.google.com
    support.google.com docs.google.com mozilla.org wa.me plus.google.com bp.blogspot.com accounts.google.com
    europa.eu en.wikipedia.org t.me drive.google.com maps.google.com adobe.com weebly.com es.wikipedia.org
    vimeo.com istockphoto.com github.com tiktok.com sites.google.com vk.com facebook.com pt.wikipedia.org
    brandbucket.com wikimedia.org imdb.com mediafire.com tools.google.com mail.ru files.wordpress.com
    google.de news.google.com line.me goo.gl draft.blogger.com amazon.com medium.com yahoo.com google.es
    gravatar.com theguardian.com dailymotion.com feedburner.com fr.wikipedia.org bbc.co.uk uol.com.br nih.gov
    globo.com x.com paypal.com ok.ru netvibes.com who.int opera.com nytimes.com googleblog.com gstatic.com
    w3.org myspace.com google.com.br cpanel.net abril.com.br developers.google.com cnn.com jimdofree.com
    dan.com twitter.com reg.ru shopify.com discord.gg google.co.jp wix.com mail.google.com nginx.org
    elpais.com office.com nature.com bbc.com huffingtonpost.com time.com aboutads.info storage.googleapis.com
    hugedomains.com scribd.com usatoday.com archive.org amazon.co.jp ru.wikipedia.org msn.com reuters.com
    huawei.com booking.com latimes.com independent.co.uk bit.ly adssettings.google.com news.yahoo.com
    azurefd.net ig.com.br issuu.com ovh.com dropcatch.com un.org afternic.com slideshare.net
    youronlinechoices.com businessinsider.com oracle.com list-manage.com forms.gle linktr.ee 4shared.com
    google.fr cdc.gov amazon.co.uk fandom.com google.it researchgate.net domainmarket.com instagram.com
    dailymail.co.uk picasaweb.google.com abc.es ytimg.com foxnews.com ft.com live.com wikipedia.org
    discord.com gov.uk fb.com cnet.com t.co elmundo.es correios.com.br get.google.com tinyurl.com
    washingtonpost.com estadao.com.br de.wikipedia.org aliexpress.com photos.google.com creativecommons.org
    buydomains.com pinterest.com forbes.com telegram.me amazon.de plesk.com terra.com.br telegraph.co.uk
    bloomberg.com wiley.com hatena.ne.jp gov.br indiatimes.com thesun.co.uk nginx.com google.co.uk
    planalto.gov.br wp.com dropbox.com webmd.com mirror.co.uk myaccount.google.com spotify.com huffpost.com
    enable-javascript.com dreamstime.com abc.net.au behance.net lemonde.fr ign.com walmart.com
    ssl-images-amazon.com bandcamp.com vistaprint.com rapidshare.com icann.org imageshack.us redbull.com
    m.wikipedia.org thetimes.co.uk ziddu.com sedo.com cbc.ca amazon.it leparisien.fr bloglovin.com gmail.com
    translate.google.com sapo.pt sciencedaily.com insider.com amazonaws.com sputniknews.com ndtv.com
    netlify.app rakuten.co.jp my.yahoo.com clickbank.net hollywoodreporter.com 20minutos.es trustpilot.com
    lavanguardia.com namecheap.com cointernet.com.co alicdn.com finance.yahoo.com telegra.ph cutt.ly espn.com
    statista.com theatlantic.com marca.com doubleclick.net goodreads.com plos.org hindustantimes.com
    nintendo.com naver.com google.nl surveymonkey.com as.com photobucket.com tmz.com yandex.com oup.com
    books.google.com qq.com ikea.com taringa.net apache.org ea.com nbcnews.com academia.edu cambridge.org
    mozilla.com android.com nypost.com springer.com google.ru amazon.es metro.co.uk wired.com mit.edu
    wikia.com sakura.ne.jp workspace.google.com kickstarter.com sciencedirect.com weibo.com gizmodo.com
    timeweb.ru engadget.com hp.com aol.com google.pl twitch.tv nydailynews.com soundcloud.com cornell.edu
    gofundme.com pbs.org cpanel.com quora.com rambler.ru stanford.edu offset.com secureserver.net
    safety.google photos1.blogger.com shutterstock.com unsplash.com outlook.com wikihow.com mashable.com
    smh.com.au mystrikingly.com zippyshare.com abcnews.go.com nicsell.com messenger.com home.pl sfgate.com
    g.co eventbrite.com npr.org it.wikipedia.org disney.com telegram.org ca.gov skype.com tripadvisor.com
    ebay.com business.google.com zoom.us namebright.com pl.wikipedia.org techcrunch.com ted.com
    ipv4.google.com bing.com hotmart.com code.google.com playstation.com standard.co.uk addtoany.com wsj.com
    nhk.or.jp canva.com pexels.com mynavi.jp thenai.org dw.com akamaihd.net groups.google.com doi.org
    twimg.com deezer.com ouest-france.fr whitehouse.gov yandex.ru steampowered.com arxiv.org samsung.com
    mega.nz pixabay.com lefigaro.fr express.co.uk unesco.org picasa.google.com ja.wikipedia.org zendesk.com
    themeforest.net clarin.com economist.com id.wikipedia.org newsweek.com detik.com t-online.de windows.net
    lazada.co.id netflix.com ibm.com nasa.gov amzn.to perfectdomain.com rtve.es ggpht.com hubspot.com
    repubblica.it rt.com dailystar.co.uk psychologytoday.com over-blog.com cnbc.com harvard.edu yadi.sk
    addthis.com privacyshield.gov godaddy.com liveinternet.ru nationalgeographic.com sendspace.com change.org
    php.net go.co calameo.com variety.com guardian.co.uk buzzfeed.com loc.gov francetvinfo.fr cbsnews.com
    spiegel.de disqus.com networkadvertising.org britannica.com yahoo.co.jp ovhcloud.com theverge.com
    about.com yelp.com news.com.au search.yahoo.com amazon.fr livejournal.com odoo.com medicalnewstoday.com
    google.ca goal.com amazon.in noaa.gov waze.com nfl.com impress.co.jp ebayimg.com corriere.it ebay.de
    stuff.co.nz focus.de answers.com bp3.blogger.com webnode.page airbnb.com investopedia.com excite.co.jp
    rottentomatoes.com bp2.blogger.com zdnet.com google.co.in usgs.gov mdpi.com prnewswire.com redhat.com
    xing.com chaturbate.com icloud.com amazon.ca thedailybeast.com naver.jp nymag.com newyorker.com imgur.com
    automattic.com gnu.org wiktionary.org fifa.com blog.fc2.com marketwatch.com miit.gov.cn dribbble.com
    ria.ru hilton.com legifrance.gouv.fr rollingstone.com ieee.org prtimes.jp greenpeace.org intel.com
    udemy.com ads.google.com bild.de typeform.com cbslocal.com bmj.com foursquare.com lifehacker.com scoop.it
    vice.com public-api.wordpress.com digitaltrends.com oecd.org qz.com google.com.au teamviewer.com narod.ru
    xbox.com si.edu usda.gov groups.yahoo.com discogs.com house.gov welt.de java.com vkontakte.ru boe.es
    dell.com weforum.org mailchi.mp wallpapers.com pcmag.com theconversation.com bp0.blogger.com target.com
    bfmtv.com elsevier.com thehill.com 123rf.com feedproxy.google.com cisco.com yale.edu onelink.me
    fortune.com`,
};
