import type { NamesByOwner } from './names-by-owner.ts';

/** What computers need to be sound: updates, revocation of certificates, the time, and the check whether they are online. */
export const internetOperation: NamesByOwner = {
  Updates: `windowsupdate.com windowsupdate.microsoft.com update.microsoft.com delivery.mp.microsoft.com
    do.dsp.mp.microsoft.com dl.delivery.mp.microsoft.com download.microsoft.com download.windowsupdate.com
    officecdn.microsoft.com officecdn.microsoft.com.edgesuite.net definitionupdates.microsoft.com
    wdcp.microsoft.com smartscreen.microsoft.com events.data.microsoft.com settings-win.data.microsoft.com
    microsoftupdate.com swscan.apple.com swcdn.apple.com swdist.apple.com swdownload.apple.com mesu.apple.com
    gdmf.apple.com updates.cdn-apple.com appldnld.apple.com debian.org security.debian.org
    ubuntu.com archive.ubuntu.com canonical.com snapcraft.io snapcraftcontent.com launchpad.net
    fedoraproject.org redhat.com access.redhat.com centos.org rockylinux.org almalinux.org suse.com
    opensuse.org archlinux.org alpinelinux.org gentoo.org kernel.org gnu.org freebsd.org openbsd.org
    netbsd.org linuxmint.com raspberrypi.com raspberrypi.org raspbian.org oracle.com java.com mozilla.org
    mozilla.net mozilla.com firefox.com mozaws.net mozgcp.net cdn.mozilla.net brave.com opera.com vivaldi.com
    dl.google.com update.googleapis.com clients2.google.com edgedl.me.gvt1.com intel.com amd.com nvidia.com
    dell.com hp.com hpe.com lenovo.com lenovo.com.cn asus.com acer.com samsung.com samsungosp.com
    samsungcloud.com qualcomm.com izatcloud.net logitech.com logi.com epson.com canon.com brother.com
    xerox.com synology.com qnap.com ui.com ubnt.com juniper.net arubanetworks.com tp-link.com netgear.com
    mikrotik.com videolan.org 7-zip.org libreoffice.org putty.org notepad-plus-plus.org winscp.net
    wireshark.org chocolatey.org brew.sh openssl.org curl.se nginx.org sqlite.org postgresql.org mysql.com
    mariadb.org huawei.com hicloud.com xiaomi.com miui.com mi.com vivo.com oppo.com oneplus.com`,
  Certificates: `digicert.com digicert.cn ocsp.digicert.com crl3.digicert.com crl4.digicert.com symcb.com symcd.com
    thawte.com geotrust.com rapidssl.com letsencrypt.org lencr.org i.lencr.org isrg.trustid.ocsp.identrust.com
    identrust.com sectigo.com comodoca.com comodoca4.com usertrust.com trust-provider.com comodo.com
    entrust.net entrust.com globalsign.com globalsign.net alphassl.com pki.goog pki.google.com amazontrust.com
    crl.microsoft.com oneocsp.microsoft.com ocsp.apple.com crl.apple.com certs.apple.com ocsp2.apple.com
    valid.apple.com ocsp.godaddy.com crl.godaddy.com certificates.godaddy.com starfieldtech.com ssl.com
    sslcom.com quovadisglobal.com quovadis.bm swisssign.net swisssign.com buypass.no buypass.com certum.pl
    certum.eu actalis.it actalis.com wisekey.com telesec.de d-trust.net harica.gr izenpe.com
    firmaprofesional.com camerfirma.com trustwave.com public-trust.com omniroot.com secomtrust.net twca.com.tw
    chunghwa.com.tw zerossl.com ss2.us verisign.com ocsp.verisign.com cacert.org`,
  Time: `time.windows.com time.nist.gov pool.ntp.org ntp.org time.apple.com time.google.com time.cloudflare.com
    time.facebook.com ntp.ubuntu.com time.euro.apple.com ptb.de nist.gov time.asia.apple.com ntppool.org
    nts.netnod.se netnod.se time.aws.com amazon.pool.ntp.org ntp.aliyun.com ntsc.ac.cn time.android.com`,
  'Are we online?': `msftncsi.com msftconnecttest.com connectivitycheck.gstatic.com connectivitycheck.android.com
    captive.apple.com airport.us thinkdifferent.us ibook.info itools.info appleiphonecell.com androidbak.net
    detectportal.firefox.com nmcheck.gnome.org connectivity-check.ubuntu.com clients3.google.com
    clients4.google.com android.clients.google.com spectrum.s3.amazonaws.com network-test.debian.org
    connectivity-check.warp-svc d2uzsrnmmf6tds.cloudfront.net neverssl.com conncheck.opensuse.org
    fedoraproject.org connect.rom.miui.com connectivitycheck.platform.hicloud.com`,
};
