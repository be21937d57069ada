import app from '@adonisjs/core/services/app'
import { BaseSeeder } from '@adonisjs/lucid/seeders'
import { now } from '#core/clock'
import { hashPassword } from '#identity/password_hashing'
import { seedDemo } from '#database/demo/seed'

/** `node ace db:seed --connection=migration`: the demo's accounts and data, all or nothing. */
export default class MainSeeder extends BaseSeeder {
  async run() {
    if (app.inProduction && process.env.DEMO !== 'true') throw new Error('The demo is no data for production: its passwords are public')
    await this.client.transaction((trx) => seedDemo(trx, hashPassword, now()))
    // The first pages are asked before autovacuum comes by.
    await this.client.rawQuery('analyze employees, due_visits, slots, visits, visit_requests, notifications, deliveries')
  }
}
