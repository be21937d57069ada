import 'htmx.org'
import { closeAccountMenu } from './account_menu'
import { announceNoAnswer } from './no_answer'
import { keepErrorCountInTitle } from './error_title'
import { resumeKeptForm } from './resume'
import { warnBeforeIdle } from './idle'
import { markPolls } from './polls'
import { moveFocusAfterSwap } from './focus'
import { placeWholePages } from './whole_page'
import { submitOnce } from './submit_once'

// htmx's own settings are in the page head (meta htmx-config): it reads them while it is imported.
placeWholePages()
markPolls()
moveFocusAfterSwap()
keepErrorCountInTitle()
announceNoAnswer()
submitOnce()
closeAccountMenu()
warnBeforeIdle()
resumeKeptForm()
