import type { NamesByOwner } from './names-by-owner.ts';

/** "What is my address?" Malware asks them, which is why reports name them; so does much honest software. */
export const addressEchoServices: NamesByOwner = {
  'Address echo': `ipify.org api.ipify.org api64.ipify.org icanhazip.com ifconfig.me ifconfig.co ifconfig.io ipinfo.io
    ip-api.com ipapi.co ident.me v4.ident.me v6.ident.me tnedi.me checkip.amazonaws.com checkip.dyndns.org
    checkip.dyndns.com checkip.dns.he.net checkip.global.api.aws wtfismyip.com whatismyip.com
    whatismyipaddress.com whatismyip.net whatismyip.org whatismyip.li whatismyip.ca whatismyip.akamai.com
    whatsmyip.org whatsmyip.net whatsmyip.us whatsmyipaddress.com myexternalip.com myip.com api.myip.com
    myip.opendns.com myip.dnsomatic.com ipecho.net ipecho.com ip.sb api.ip.sb ip.me ip.cn ip138.com
    ip.chinaz.com myip.ipip.net ipip.net 2ip.ru 2ip.io 2ip.me 2ip.tools eth0.me curlmyip.com curlmyip.net
    l2.io ip4.me ip6.me ip6only.me seeip.org trackip.net freegeoip.app freegeoip.live freegeoip.net
    geoiptool.com geojs.io get.geojs.io ipgeolocation.io ipwho.is ipwhois.app ipwhois.io ipdata.co ipstack.com
    extreme-ip-lookup.com db-ip.com ip2location.com ipinfodb.com iplocation.net ipaddress.com ipchicken.com
    ipleak.net whoer.net browserleaks.com showip.net showmyip.com showmyip.gr myip.ru myip.cz myip.es myip.ch
    myip.dk myip.nu myip.is myip.ms my-ip.io iplookup.asn-online.org keycdn.com tracemyip.org
    whatismybrowser.com whatismypublicip.com hostip.info wgetip.com ip-adress.com ip-adress.eu cmyip.com
    bot.whatismyipaddress.com ipv4bot.whatismyipaddress.com ipv6bot.whatismyipaddress.com ifcfg.me
    yougetsignal.com xmyip.com yourip.us youip.net utrace.de formyip.com ip-check.info ip-score.com
    ipv6-test.com test-ipv6.com speedtest.net fast.com ookla.com myipinfo.net findmyip.org getmyip.org
    get-myip.com geoip.co.uk dawhois.com api.wipmania.com ip-info.org ip-addr.es ipmonkey.com moanmyip.com
    shmyip.com whereisip.net myglobalip.com myipaddress.com whatismyip.com.br mylocation.org find-ip.net
    ip-details.com ip-lookup.net whatsmyipaddress.net showmyipaddress.com ip.mail.ru ip.taobao.com
    checkmyip.com findmyipaddress.com geodatatool.com ip2nation.com ipapi.com smart-ip.net api.myip.la
    ipify.me`,
};
