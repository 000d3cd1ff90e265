import { comparable } from './normalise.js'
import { words } from './words.js'

const INSULTS = words(`
  jävla jävlar jävel djävla fan fanskap helvete helvetes skit skiten skitbot skitrobot idiot idioter idiotisk idiotbot dum dumma dumskalle dumhuvud
  korkad korkade kuk kukar fitta fittor hora horor bajs rövhål röv arsle as kräk pucko puckon mongo cp värdelös värdelösa värdelöst urusel usel
  hata hatar sug suger knulla pissa piss tönt töntar
  fuck fucking fucker shit bullshit shitty stupid idiot idiots dumb moron morons asshole assholes bitch bastard crap damn hell useless
  worthless suck sucks hate wtf stfu`)

const AROUND = words(`
  du ni din ditt dina er ert era dig är ju så en ett den det de alla allihop dra åt till i på som och bot boten robot maskin dator chatt chattbot håll
  käften tyst vad för jag dra
  you your are re so a an the is it all of to and bot robot machine go off this that what i u ur`)

/** True when a text is nothing but abuse. With anything else in it, it is answered for that. */
export function isInsult(text: string): boolean {
  const said = comparable(text).split(' ')
  return said.some((word) => INSULTS.has(word)) && said.every((word) => INSULTS.has(word) || AROUND.has(word))
}
