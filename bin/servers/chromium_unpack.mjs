// Unpacks the Chromium of npm into TMPDIR, with a script `browser` that starts it on any machine.
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import sparticuz, { inflate } from '@sparticuz/chromium'
import { inRoot } from './paths.mjs'

const executable = await sparticuz.executablePath()
const lines = ['#!/bin/sh', 'here=$(dirname "$0")']

// A bare machine has neither the library of certificates nor fonts: the package carries both.
if (spawnSync(executable, ['--version']).status !== 0) {
  await inflate(inRoot('node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  lines.push('export LD_LIBRARY_PATH="$here/al2023/lib"')
}
if (!existsSync('/etc/fonts/fonts.conf')) {
  const fonts = '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>'
  writeFileSync(`${process.env.TMPDIR}/fonts.conf`, fonts)
  lines.push('export FONTCONFIG_FILE="$here/fonts.conf"')
}
writeFileSync(`${process.env.TMPDIR}/browser`, [...lines, 'exec "$here/chromium" "$@"', ''].join('\n'), { mode: 0o755 })
