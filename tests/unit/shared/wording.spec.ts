import { test } from '@japa/runner'
import { capitalised, counted, formatCount, groupedIdentifier, ofName, telephoneLink } from '#shared/wording'

test.group('Wording', () => {
  test('French puts nothing in the plural below two', ({ assert }) => {
    assert.equal(counted(0, 'demande'), '0\u00a0demande')
    assert.equal(counted(1, 'demande'), '1\u00a0demande')
    assert.equal(counted(2, 'demande'), '2\u00a0demandes')
    assert.equal(counted(2, 'visite réalisée', 'visites réalisées'), '2\u00a0visites réalisées')
  })

  test('thousands are parted by a narrow space', ({ assert }) => {
    assert.equal(formatCount(999), '999')
    assert.equal(formatCount(1000), '1\u202f000')
    assert.equal(formatCount(1234567), '1\u202f234\u202f567')
  })

  test('"de" is elided before a vowel, with an accent or tied to the next, and before no other letter', ({ assert }) => {
    assert.equal(ofName('Karim Bensallah'), 'de Karim Bensallah')
    assert.equal(ofName('Awa Diarrassou'), "d'Awa Diarrassou")
    assert.equal(ofName('Élodie Marchevaux'), "d'Élodie Marchevaux")
    assert.equal(ofName('Œdipe Roi'), "d'Œdipe Roi")
    assert.equal(ofName('Hugo Delaunoy'), 'de Hugo Delaunoy')
    assert.equal(ofName('Yann Le Goff'), 'de Yann Le Goff')
  })

  test('identifiers are written as they are read aloud', ({ assert }) => {
    assert.equal(groupedIdentifier('732829320'), '732\u00a0829\u00a0320')
    assert.equal(groupedIdentifier('73282932000074'), '732\u00a0829\u00a0320\u00a000074')
  })

  test('a telephone link keeps the digits and the plus', ({ assert }) => {
    assert.equal(telephoneLink('02 99 00 00 01'), 'tel:0299000001')
    assert.equal(telephoneLink('+33 (0)2.99.00.00.01'), 'tel:+330299000001')
  })

  test('a sentence begins with a capital, accented or not', ({ assert }) => {
    assert.equal(capitalised('mardi'), 'Mardi')
    assert.equal(capitalised('été'), 'Été')
    assert.equal(capitalised(''), '')
  })
})
