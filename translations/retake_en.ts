<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AccountWords</name>
    <message>
        <source>BigModel describes your video in words, which cost by their number, and makes new videos from words, which cost by the take. Without an account Retake uses the practice service: it runs on this computer, costs nothing, and is no AI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wan edits your video on Alibaba Cloud, and charges by the second. Without an account Retake uses the practice service: it runs on this computer, costs nothing, and its edits are simple filters, not AI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are made at %1 for mainland China and at %2 for everywhere else. A key of one platform does not work on the other, and a key of a coding plan does not make videos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id.secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sk-…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>There is no option --%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to do: for example “retake-cli edit FILE --prompt TEXT”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 does not go with “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs the number of a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language “%1” is not there: en and zh_CN are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uploading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued at the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rendering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downloading the take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear, perhaps charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Using the practice service: offline, no AI, no charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Using %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2, %3 frames a second, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip is sent as it is: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent: %1 of the clip, %2 × %3, %4 frames a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  clips of %1 to %2 s, up to %3 reference images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  parameters: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This costs about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price at %1: about %2 for a take (as of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send it again all the same: retake-cli retry %1 --send-again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected argument “%1” for “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), constant rate</source>
        <translation>
            <numerusform>%n frame, constant rate</numerusform>
            <numerusform>%n frames, constant rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), variable rate</source>
        <translation>
            <numerusform>%n frame, variable rate</numerusform>
            <numerusform>%n frames, variable rate</numerusform>
        </translation>
    </message>
    <message>
        <source>colour: primaries %1, transfer %2, matrix %3, %4, %5 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high dynamic range (HDR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored turned: %1° clockwise makes it upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels %1:%2 wide, %3 × %4 stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden frame(s)</source>
        <translation>
            <numerusform>%n hidden frame</numerusform>
            <numerusform>%n hidden frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sound: %1 Hz, %n channel(s), %2</source>
        <translation>
            <numerusform>sound: %1 Hz, %n channel, %2</numerusform>
            <numerusform>sound: %1 Hz, %n channels, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n stream(s)</source>
        <translation>
            <numerusform>%1, %n stream</numerusform>
            <numerusform>%1, %n streams</numerusform>
        </translation>
    </message>
    <message>
        <source>with sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sound left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frames %1 to %2 of %3 as frames 0 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame map: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No damage: everything can be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No damage found; --full decodes everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs two files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each frame is compared with the one that it was made from, by the take&apos;s recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs the name of a service, such as dashscope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs “export” or “import”, and a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the library as task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has no tasks of the last 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) written to %1</source>
        <translation>
            <numerusform>%n order written to %1</numerusform>
            <numerusform>%n orders written to %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Order %1 is left out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) added; they wait for “retake-cli run”.</source>
        <translation>
            <numerusform>%n order added; it waits for “retake-cli run”.</numerusform>
            <numerusform>%n orders added; they wait for “retake-cli run”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished task(s) cleared; the takes stay.</source>
        <translation>
            <numerusform>%n finished task cleared; the take stays.</numerusform>
            <numerusform>%n finished tasks cleared; the takes stay.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  paused by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  the service keeps the result until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1 is marked as lost. “retake-cli retry %1” sends it again; it may be charged twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: retake-cli COMMAND [--json] [--data-dir DIR] [--lang en|zh_CN]

  models                     the models that there are
  probe FILE [--full]        what a video is made of; --full decodes all of it
                             to find damage
  plan FILE                  what will be sent, and its price
       [--model M] [--trim IN-OUT] [--resolution R] [--ratio R]
       [--framing keep|fit|fill] [--reference IMAGE]...
  edit FILE --prompt TEXT    edit a video; waits for the take
       [--reference IMAGE]... [--model M] [--resolution R] [--ratio R]
       [--duration SECONDS] [--sound auto|origin] [--negative TEXT] [--seed N]
       [--no-prompt-extend] [--watermark] [--trim IN-OUT]
       [--framing keep|fit|fill] [--variations N] [--output FILE]
  remake FILE                describe a video in words, then in the order given
       [--say TEXT]...       change the description
       [--make]...           make a new video from it; waits for the takes
       [--continue]          go on with the newest conversation about the video
       [--describer M] [--show frames|video|ADDRESS] [--trim IN-OUT]
       [--model M] [--set NAME=VALUE]... [--first-frame clip|IMAGE]
       [--last-frame clip|IMAGE] [--reference IMAGE]... [--keep-sound]
       [--output FILE]       with several --make: FILE, FILE-2 ...
  compare BEFORE AFTER       what changed, in numbers for each frame
  tasks                      the tasks and how they stand
  run                        start what waits, go on with what was sent
  cancel ID                  cancel a task
  receipt ID                 what a task was at the service: numbers, times,
                             billed seconds
  retry ID [--send-again]    run an ended task again; --send-again when it is
                             unclear, and may be charged twice
  retry --failed             try all that failed again
  hold ID                    pause a task that was not sent yet; “run” leaves it alone
  next ID                    put a waiting task before the others
  clear                      remove what is done or cancelled from the list
  queue export FILE [--failed]
                             write what was not sent into a file; --failed also
                             what failed
  queue import FILE          add the orders of such a file
  look ID                    look for an unclear task among the service&apos;s tasks
  lost ID                    give an unclear task up; “retry” then begins anew
  import SERVICE [TASK-ID] [--model M]
                             fetch a task that the service has, by its number
                             there; without one: those of the last 24 hours

Exit status: 0 done, 2 wrong usage, 3 input refused, 4 refused by the service,
5 network or service failed, 6 unclear, perhaps charged, 7 disk or media tool failed.
The key is read from the environment (DASHSCOPE_API_KEY; for remake ZAI_API_KEY or
ZHIPUAI_API_KEY) or from the account in the window; with no key the practice service
is used: offline, no AI.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  makes videos from descriptions of up to %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with a first frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with a first and a last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with up to %1 reference images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a small video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a video at an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  translates what is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  describes videos: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversation about this video yet: it is described first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody asked to change the %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn %1: %2 (%3 characters)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>A day and a time, as of QDateTime::toString</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as lost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits until you let it go on; nothing has been charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens its order beside the picture; it waits meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has the result already: nothing is charged again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the order anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for it once more in the service&apos;s list of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives it up; it may have been charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be charged twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is at the service: cancelling works only while it is queued there, and it may be charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops it before it is sent: nothing has been charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clears the row; the take stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareCanvas</name>
    <message>
        <source>×%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>hardly visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light and colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare: the two never play at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No frame has changed; sound not compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No frame has changed noticeably; most at %1; sound not compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed most at %1; %2 in %3 % of the frames; sound not compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rates differ (%1 and %2 frames a second): compared by time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lengths differ (%1 and %2 s): only what both have is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shapes differ (%1 and %2): After is stretched to the shape of Before, which counts as a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sizes differ (%1 and %2): compared at the size of Before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of frames could not be decoded and are left out.</source>
        <translation>
            <numerusform>%n pair of frames could not be decoded and is left out.</numerusform>
            <numerusform>%n pairs of frames could not be decoded and are left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: frame %2 of Before, frame %3 of After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: light %1 %, colour %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No noticeable change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM: light %1, all planes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR: light %1 dB, all planes %2 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConformWords</name>
    <message>
        <source>Trimmed to %1 s to %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut to %1 s, the longest that the model takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut to the first %1 s of %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame rate changed from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned upright (%1°)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed as MP4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture encoded anew as H.264</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture converted from %1 to H.264</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound left out: it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDR colours (%1, %2 bit) brought to standard ones (BT.709, 8 bit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide colours (BT.2020, %1 bit) brought to standard ones (BT.709, 8 bit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours reduced from %1 to 8 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range colours (0 to 255) brought to video range (16 to 235)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound encoded anew as AAC, stereo, 48 kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound converted from %1, %2, %3 kHz to AAC, stereo, 48 kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uneven frame times (%1 a second on average) made %2 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels made square (they were %1:%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars added: %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropped to the middle: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoded with fewer bits: as it is, the piece takes about %1 MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CutOffWords</name>
    <message>
        <source>Cut off: the last %1 s of %2 s are missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineName</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice service (offline)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>request %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no clip yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may open the file, or copy it to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a video file, such as MP4 or MOV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has sound but no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged or cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or export it again from where it came, then open the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too short: it lasts %2 s, and at least %3 s are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer clip, or a longer piece of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has a shape that the model does not take: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture with at least %3 pixels on each side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture with at most %3 pixels on each side, or scale it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture of at most %3, or save it again as JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop it so that the long side is at most %3 times the short one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many reference images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep at most %1 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instruction is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to change in the clip, or add a reference image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instruction is too long: %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it to %2 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of what to avoid is too long: %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list of models (in a terminal: retake-cli models).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%2” does not work for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another value for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no task %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the list of tasks for the number that you mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1 is “%2”: this cannot be done with it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its state in the list of tasks and choose what fits it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an address that works here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a whole address that begins with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your key in the account, or unlock your keychain and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the key is complete and belongs to the region of the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account may not use this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s allowance is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise it in the service&apos;s console or wait until it is renewed, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details tell what it did not like. Change that and run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not take the clip or an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another clip or image; the details tell what it did not like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word the instruction differently, or use other pictures. Such checks sometimes err.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not take the upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the account and its region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service already has a file of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: a new name is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not make this take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or change the instruction; the details have the service&apos;s reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cancelled the task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; nothing was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service no longer knows this task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks and results are kept there for a day. Run it again to make a new take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The take will come when it is ready, and it is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your internet connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the service broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s certificate could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the account and the clock of this computer. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute, then try again, or run fewer tasks at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service had a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the address of the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not fetch the clip or an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its address can be opened by everybody, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permission to upload ran out on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; a faster connection helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished take is no longer at the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results are kept there for a day. Run it again to make a new take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The take did not arrive whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: only the download is repeated, and it is not charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service sent is not a video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that retake-practice is installed beside this program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is unclear whether the service took the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may already be charged. Look in the service&apos;s console first; send it again only if it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: “%1” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and your rights to it, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program “%1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (on Debian: apt install ffmpeg), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program “%1” failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details have its last words. Try again, or export the clip anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “%1” cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, or keep the key for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cancelled this task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add bars or crop it to fill, so that it gets a shape that the model takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a JPEG, PNG, WebP, BMP, HEIC, AVIF, TIFF or GIF picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service knows no task “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks are kept there for a day. Look whether the number is whole, and whether it was made with this account and in this region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that no other program holds it, that the disk is not full and that the file is yours. Your takes are still in the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have marked this task as lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it turns up in the service&apos;s console, import it by its number there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Retake is at work on task %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this in its window or terminal, or end that program: this one then goes on with the task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has this already, as task %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for it in the list of tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “%1” was written by a newer Retake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version again; nothing in the library was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “%1” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your takes are still in the folder. Close every Retake, then start it again: it rebuilds the list from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the take “%1” cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came from the service like this twice, and is kept. Look at all of it before you use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no description yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the clip first, or write what the video is to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description is too long: %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter one, or shorten it by hand to %2 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped what was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word it differently, or show other pictures. Such checks sometimes err.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped the clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another piece of it, or another clip. Such checks sometimes err.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped the instruction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word the instruction differently. Such checks sometimes err.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped the description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word the description differently. Such checks sometimes err.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped the service&apos;s own answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again, or in other words. Such checks sometimes err.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped something that was said before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to an earlier turn and go on from there in other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may already be charged, and this service has no list of its tasks to look in. Look at the bill in its console; send it again only when it may be charged twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image “%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image “%1” is too small: %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image “%1” is too large: %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image “%1” is too heavy: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image “%1” is too long and narrow: %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the model on in the service&apos;s console, or use another key: one of a coding plan does not work here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account at the service has no money left for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top it up in the service&apos;s console, or use a key whose account pays for this model, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be cancelled any more: the service is already at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip&apos;s sound could not be laid over the take “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The take is kept as the service made it. Check that the clip is still there and has sound; the details tell more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service keeps no list in which the task could be looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the service&apos;s console. If the task is there, enter its number; else mark it as lost, or send it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Keep everything else as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Things in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolour something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the purple parrot to white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the parrot with an owl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a small red hat to the parrot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the people in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background, weather, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the background to a rainy forest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a winter day with falling snow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autumn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it autumn, with yellow and red leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm evening light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it warm, golden evening light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it night, with street lamps and moonlight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watercolour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the whole picture into watercolour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel art</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the whole picture into 8-bit pixel art.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn everything into clay stop-motion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a black and white film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the drawing into live action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action and voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the parrot spread its wings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A feeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the person smile happily.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spoken line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the person say: “See you tomorrow!” Keep the voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the camera push in slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the camera circle around the subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a reference image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wear what is in Image 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dress the parrot in the scarf from Image 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the place in Image 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the background to the place in Image 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the style of Image 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the style of Image 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.mov *.m4v *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wmv *.flv *.gif)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 video (*.mp4)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningSentence</name>
    <message numerus="yes">
        <source>The library had missed the last changes; %n task(s) came up to date from the receipts.</source>
        <translation>
            <numerusform>The library had missed the last changes; %n task came up to date from the receipts.</numerusform>
            <numerusform>The library had missed the last changes; %n tasks came up to date from the receipts.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library was damaged. It was restored from the backup of %1 and the receipts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was missing. It was restored from the backup of %1 and the receipts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was damaged. It was rebuilt from the receipts beside your takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was missing. It was rebuilt from the receipts beside your takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It has %n take(s).</source>
        <translation>
            <numerusform>It has %n take.</numerusform>
            <numerusform>It has %n takes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks that were sent go on; of those that only waited some may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) could not be read.</source>
        <translation>
            <numerusform>%n receipt could not be read.</numerusform>
            <numerusform>%n receipts could not be read.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeProcess</name>
    <message>
        <source>retake-practice was not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit with images only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service keeps the clip until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service keeps it until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled before it was rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Retake is at work on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for it in the service&apos;s list of tasks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task from the service</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptText</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 sent, %3 made)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent %1, ended as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service&apos;s number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, by the price list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceWords</name>
    <message>
        <source>converted from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest of its %1 pictures taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of its %1 pictures taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transparency filled with white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printing colours (CMYK) converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours converted to sRGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits a colour made 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made lighter: %1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made lighter than its %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place, camera and other notes removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemakeMedia</name>
    <message>
        <source>first frame: the clip&apos;s at %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last frame: the clip&apos;s at %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first frame: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last frame: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemakeWords</name>
    <message>
        <source>What the video shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revised description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address that it fetches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free (list of %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a million tokens in, %2 out (list of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in English; other languages are translated first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” → “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendingWords</name>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3 kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, each an order of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service may extend this text before it works by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service works by exactly these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the practice service, which runs on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays on this computer: nothing goes out to the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service throws its copies away when Retake is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is uploaded lies in the service&apos;s temporary storage and is deleted there after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The take stays there for %1 after it is made; Retake fetches it at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskSentence</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; this computer could not reach the service in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; the account&apos;s key was missing or refused all that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; the take could not be written to this computer&apos;s disk in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; the service could not be asked in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; Retake did not run, or did not ask for it in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was charged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was probably charged: about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was probably charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Looked for it %n time(s), last at %1: it is not in the service&apos;s list.</source>
        <translation>
            <numerusform>Looked for it %n time, last at %1: it is not in the service&apos;s list.</numerusform>
            <numerusform>Looked for it %n times, last at %1: it is not in the service&apos;s list.</numerusform>
        </translation>
    </message>
    <message>
        <source>It may have been charged all the same: send it again only if the service&apos;s console does not have it either.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrimWords</name>
    <message>
        <source>%1 s; the model needs at least %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s of %2 s at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No less than %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A piece has at least one frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · frame %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TurnSentence</name>
    <message>
        <source>The answer was lost on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question may have been charged. Ask again when that is all right: it is charged once more then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question may have been charged all the same. Ask again when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details tell what it did not like. Another model may take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s answer could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again, or choose another model. The question may have been charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again, or choose another model; the details have the service&apos;s reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not take what it was shown of the clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it frames, or another piece; the details tell what it did not like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not fetch the video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its address can be opened by everybody, or show frames of the clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is too long for this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in fewer words, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what should be different in the video.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewMode</name>
    <message>
        <source>Single</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture; choose it again for the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before on the left, After on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before up to the line, After beyond it; drag the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed, made brighter; black is the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and After by turns in the same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before, After and up to two further takes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewerActions</name>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play backwards, again for faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play, again for faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim: begin at this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim: end with this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim: take the whole clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piece around the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest piece around the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the begin of the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end of the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip: nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip: further away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip: all of the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip: the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures: nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures: further away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures: fit into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures: actual pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show After a frame later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show After a frame earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show After at its own moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe: move the line back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe: move the line on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe: turn the line to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe: turn the line to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe: upright in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: amplify more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: amplify less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: colour, grey or heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After alone while the key is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel values under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most changed frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least changed frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound of the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: add a take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: make the third one After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: make the fourth one After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: take After out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: take the third one out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: take the fourth one out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Edit video by saying what to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything in DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: en or zh_CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One clip at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two videos: retake --compare BEFORE AFTER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the pictures alone, edge to edge; Esc leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--compare takes two videos: BEFORE and AFTER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to compare: single, side, wipe, difference, blink or grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no view “%1”: single, side, wipe, difference, blink or grid.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Take %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::AccountDialog</name>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key works only in the region where it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is never written into Retake&apos;s own files or logs. The keychain is the one of your desktop; for this session means in memory, until Retake closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the service whether key and region fit together; costs nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is set; type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key and region fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten: the key is removed from the keychain and from memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where keys are made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key comes from %1 in the environment. It is used as long as it is set there; what is saved here waits behind it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::CanvasControl</name>
    <message>
        <source>Move After by frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: amplification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blink: turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand, while %1 is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::CardEdit</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>retake::CardFoot</name>
    <message>
        <source>Remake again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest as After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another video from this description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the description yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the turn before. Nothing is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward to the newest turn that follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>made into a video · %n result(s)</source>
        <translation>
            <numerusform>made into a video · %n result</numerusform>
            <numerusform>made into a video · %n results</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what went</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::CardNotes</name>
    <message>
        <source>Changed though nobody asked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part (%1) as it was before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::CardParts</name>
    <message>
        <source>%1 is kept word for word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1 word for word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept word for word. Click to let it change again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this part word for word in what follows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ChangeBar</name>
    <message>
        <source>Most changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new clip: its frames do not correspond to those of Before, so nothing is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring what changed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed could not be measured: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ChangeStrip</name>
    <message>
        <source>What changed, frame by frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::CompareCanvas</name>
    <message>
        <source>%1, frame %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1 f</source>
        <extracomment>the side is shown some frames later or earlier than its moment: &quot;After +2 f&quot;, f for frames</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a video here,
or click to add a take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take “%1” out of the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to make it After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to add a take</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::CompareWindow</name>
    <message>
        <source>Show as Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 – Retake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::CropDialog</name>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop image %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left edge in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper edge in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels, sent as %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::CropFrame</name>
    <message>
        <source>Piece of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move it, with Ctrl they change its size, Shift makes larger steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::DescriberMenu</name>
    <message>
        <source>Described by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the clip again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Described by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered in the region of your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip is shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations about this clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the service can fetch this clip (https://…):</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::EmptyState</name>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe this clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vision model describes what the clip shows. You say what should be different, it rewrites the description, and a new video is made from the words. Nothing is made before you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ExportDialog</name>
    <message>
        <source>Each for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which is which in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep from Before to After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and After in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 compared with %2.mp4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 video (*.mp4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is one of the two that are compared. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two have no moment in common: nothing can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the piece that is looped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep from After to Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After and Before in turn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to seek; I and O set the piece at the playhead; the wheel with Ctrl comes nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the clip…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This clip cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures of this clip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::FirstRunPage</name>
    <message>
        <source>Drop a video here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4, MOV, MKV, WebM … any length. Retake trims and converts it to what the engine takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · Pick a clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim it on the filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Say what to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add up to four images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · Compare and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame by frame, side by side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::GeneratorForm</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many videos of the same description, each its own task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered in the region of your account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::GridControl</name>
    <message>
        <source>Takes in the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the grid as Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the grid as After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid is full: take one out first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::HeaderBar</name>
    <message>
        <source>Retake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video (Ctrl+O), or drop one anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: %1. Opens the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits are made on this computer by simple filters, to try things out. Click to set up an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits are made by this service, and charged by it. Click for the account.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ImageChips</name>
    <message>
        <source>Image %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ImportDialog</name>
    <message>
        <source>Account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks at the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the task at the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or the task&apos;s number, as the service&apos;s console shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet, so these are the practice service&apos;s tasks. Set up your account to see what the service has of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are your tasks of the last 24 hours, whatever program made them. Importing costs nothing; the take comes into the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the service for its tasks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the instructions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has no tasks of the last 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rendering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no number of a task. It looks like 0385dc79-5ff8-4d82-bcb6-7a3b1c9d2e4f.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::InstructionEdit</name>
    <message>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to change, and what to keep. For example: “Turn the picture into watercolour, keep the movement.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::KeepForm</name>
    <message>
        <source>Nothing but the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame I edited…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip’s sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the first frame…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To change it in a picture editor, and bring it back as “A frame I edited”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (suggested)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested for what you said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the frame that you edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the first frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG picture (*.jpg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first frame.jpg</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::MainWindow</name>
    <message>
        <source>Retake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the take shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a video or images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice service · offline, no AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Retake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Retake is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from the service</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::MakeBox</name>
    <message>
        <source>Shorten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for the same in fewer words. You see the answer as a turn of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a video from the description (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model, length, size, and what is kept of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service runs on this computer. Nothing is sent, nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An estimate by the price list of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · suggested: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the description, and what this model takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The description is %n character(s) too long for this model.</source>
        <translation>
            <numerusform>The description is %n character too long for this model.</numerusform>
            <numerusform>The description is %n characters too long for this model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>retake::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ModeBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the take that is shown as After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export pictures and comparisons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, sides, and what the view modes can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add takes to the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which takes play beside Before and After (Ins)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::MomentEdit</name>
    <message>
        <source>%1 f%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::OptionalSpin</name>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::OptionsForm</name>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many takes of the same order, each its own task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should not appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to avoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is sent in the shape that it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture is sent, with bars beside it or above and below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle of the picture is sent; what hangs over is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to a picture of another shape</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::OrderPanel</name>
    <message>
        <source>Edit from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version that the next edit starts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions you have sent appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source clip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::PictureList</name>
    <message>
        <source>Add an image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose reference images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::PicturesAlone</name>
    <message>
        <source>The pictures alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::QueueHead</name>
    <message>
        <source>Paused: nothing new is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new is sent; what the service has is fetched all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts what waits for a click, but not what you have paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries all that failed again, oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes what has ended from the list; the takes themselves stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches a task that the service has and the library does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the queue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the orders that were not sent yet into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a queue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the orders of such a file; each waits for a click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation>
            <numerusform>%n finished</numerusform>
            <numerusform>%n finished</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet. Edits appear here with their progress, and stay after a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::QueueList</name>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::QueuePanel</name>
    <message>
        <source>Send it again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt of task %1 is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has its result, which is charged. Without this row Retake does not fetch it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service may already have this order: its reply was lost. If it is sent again, it may be charged twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it as lost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retake stops looking for it. It may have been charged all the same; should it turn up in the service&apos;s console, it can still be imported by its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) written to %1</source>
        <translation>
            <numerusform>%n order written to %1</numerusform>
            <numerusform>%n orders written to %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What was not sent yet, and what failed; nothing left the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was written by a newer Retake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no queue that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n left out – %1</source>
        <translation>
            <numerusform>%n left out – %1</numerusform>
            <numerusform>%n left out – %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) added from %1</source>
        <translation>
            <numerusform>%n order added from %1</numerusform>
            <numerusform>%n orders added from %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Each waits for your click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::QueueRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the queue: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ReferenceRow</name>
    <message>
        <source>Reference images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose reference images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ReferenceSlot</name>
    <message>
        <source>Remove reference image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference image %1, empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a reference image: click, drop or paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference image %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mention it in the instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop reference image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop… (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture in the address itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service fetches it from there; it is not read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before sending: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to choose another, C to crop, drag to reorder, Delete to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to choose another, drag to reorder, Delete to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::RemakeDraft</name>
    <message>
        <source>Only the words are kept: who and what is seen, the place and the camera are all made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject, place and colours stay as in the first frame; what happens after it may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both ends stay as in the clip; the way from one to the other may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your picture shows stays as it is there; what happens after it may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject stays as in the pictures; place, light and camera may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip&apos;s sound stays, fitted to the new length; it may not fit what is seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::RemakePanel</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip is described first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::RunBox</name>
    <message>
        <source>Open a video first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in + %2 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in + %2 out at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × (%2 in + %3 out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × (%2 in + %3 out) at %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before sending: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service runs on this computer. Nothing is sent, nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An estimate by the price list of %1; the service bills by the seconds that it measures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the file, the images and the words that go out, and where they go (Ctrl+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the task (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::RunButton</name>
    <message>
        <source>Run edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the edit (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::SaidBubble</name>
    <message>
        <source>Sent in English: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::SayBox</name>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should change next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the purple parrot to a white parrot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the background to a rainy forest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a snowy evening with warm light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the camera move in slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should change next? (English; other languages are translated first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should change next?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::SendingDialog</name>
    <message>
        <source>What will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instruction as it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to avoid, as it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the edit (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service fetches this address itself:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed: your file is sent as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made anew; nothing of what is seen or heard is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no instruction yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No words are sent: the images alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price depends on the clip&apos;s length, which is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::SendingStage</name>
    <message>
        <source>Making the file that will be sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has not been made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. It can be made again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This clip lies at an address of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service fetches it from there itself; it is not read here, and nothing of it is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::SentImages</name>
    <message>
        <source>Image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent inside the order, as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service fetches this address itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ShownDialog</name>
    <message>
        <source>What is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is told this address, and fetches the video from there:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small video of the clip is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is sent a small silent video of the clip (%2), inside the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are being taken…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is sent these %2 pictures of the clip and their times, inside the request. Sound is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ready to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One description: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::SidePanel</name>
    <message>
        <source>Edit directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip itself is sent, with an instruction what to change in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe &amp;&amp; remake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip is described, you change the description, and a new video is made from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe and remake</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::SoundButton</name>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound of Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound of After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>♪ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound device. The picture plays without sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose sound is heard (U), or none (M)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::Stage</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::TakeSaving</name>
    <message>
        <source>What is shown as After is a file of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a take as After to save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no take to save yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to change and run the edit; the take can be saved then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::TaskEdit</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts what is set here in the place of the task&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the task as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing task %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::TransportBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/ %1 · frame %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::TrimBar</name>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the piece begins: a time such as 1:02.5 or 62.5, or f1500 for a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin of the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the piece ends: a time such as 1:02.5 or 62.5, or f1500 for its last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the piece is: seconds such as 5 or 2.5, or f90 for 90 frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about the piece</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::TrimControl</name>
    <message>
        <source>Piece of %1 s around the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest piece around the playhead: %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next piece of %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous piece of %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type 1:02.5 or f1500</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::TrimGrip</name>
    <message>
        <source>Begin of the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys move it by a frame, with Shift by ten, with Ctrl by a second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::TurnCard</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other way before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other way after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about this turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting for the answer. It may be charged all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remake again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a video of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it part by part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::TurnList</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a small video of the clip…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking pictures of the clip…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translating what you said…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is answering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier turn(s)</source>
        <translation>
            <numerusform>Show %n earlier turn</numerusform>
            <numerusform>Show %n earlier turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>retake::VersionModel</name>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next edit starts here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::VersionsPanel</name>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the next edit from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” and its file are deleted. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid is full: take one out first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ViewerOutput</name>
    <message>
        <source>Export the comparison as a video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the pictures shown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture of Before…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture of After…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the pictures shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture of Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture of After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frame %2.png</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::ZoomButton</name>
    <message>
        <source>Zoom; the wheel on the pictures does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: actual pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::cli::Follower</name>
    <message>
        <source>Task %1: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the service&apos;s answer to the order; press Ctrl+C again to leave now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Everything is kept; “retake-cli run” goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service ends with this program: what it has not finished has to be begun again (“retake-cli retry ID”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1: its answer was lost; looking for it at the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be it: %1 (retake-cli import SERVICE %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retake::cli::RemakeRun</name>
    <message>
        <source>Reading the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description has %1 characters, and the model takes %2: asking for a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This costs about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked in English: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing what is shown of the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translating what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“--continue” goes on from the last answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
