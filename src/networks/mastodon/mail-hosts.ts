/**
 * Hosts where people have mailboxes and nobody an account of the fediverse: the largest providers of mailboxes in the
 * countries whose languages are read here, as of 2026.
 */
const hosts = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es hotmail.com hotmail.co.uk hotmail.de hotmail.fr
  hotmail.es hotmail.it hotmail.gr live.com live.co.uk live.de live.fr live.it msn.com windowslive.com yahoo.com yahoo.co.uk
  yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.gr yahoo.com.br yahoo.co.in ymail.com rocketmail.com aol.com icloud.com me.com
  mac.com proton.me protonmail.com pm.me fastmail.com hey.com zoho.com tutanota.com tuta.io mail.com email.com gmx.com
  gmx.net gmx.de gmx.at gmx.ch web.de t-online.de freenet.de online.de arcor.de posteo.de mailbox.org orange.fr wanadoo.fr
  free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it tin.it alice.it tiscali.it telefonica.net terra.es ono.com
  sapo.pt uol.com.br bol.com.br terra.com.br mail.ru bk.ru list.ru inbox.ru internet.ru yandex.ru yandex.com yandex.ua
  yandex.by ya.ru rambler.ru lenta.ru ukr.net i.ua meta.ua bigmir.net tut.by otenet.gr forthnet.gr cytanet.com.cy wp.pl
  o2.pl onet.pl op.pl interia.pl poczta.fm seznam.cz centrum.cz email.cz abv.bg mynet.com ziggo.nl kpnmail.nl hetnet.nl
  telenet.be skynet.be bluewin.ch btinternet.com sky.com virginmedia.com ntlworld.com comcast.net verizon.net att.net
  sbcglobal.net cox.net charter.net bellsouth.net shaw.ca rogers.com bigpond.com naver.com hanmail.net daum.net qq.com
  163.com 126.com sina.com foxmail.com docomo.ne.jp`.split(/\s+/),
);

/** Whether a domain gives mailboxes only, so that `name@domain` is an e-mail address. */
export const isMailHost = (domain: string): boolean => hosts.has(domain.toLowerCase());
