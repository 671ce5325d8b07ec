<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountWords</name>
    <message>
        <source>BigModel describes your video in words, which cost by their number, and makes new videos from words, which cost by the take. Without an account Retake uses the practice service: it runs on this computer, costs nothing, and is no AI.</source>
        <translation>BigModel 用文字描述你的视频（按字数计费），并按文字生成新视频（按成片计费）。没有账户时，Retake 使用练习服务：它在这台电脑上运行，不收费，也不是 AI。</translation>
    </message>
    <message>
        <source>Wan edits your video on Alibaba Cloud, and charges by the second. Without an account Retake uses the practice service: it runs on this computer, costs nothing, and its edits are simple filters, not AI.</source>
        <translation>万相在阿里云上编辑你的视频，按秒收费。没有账户时，Retake 使用练习服务：它在这台电脑上运行，不收费，效果只是简单的滤镜，不是 AI。</translation>
    </message>
    <message>
        <source>Keys are made at %1 for mainland China and at %2 for everywhere else. A key of one platform does not work on the other, and a key of a coding plan does not make videos.</source>
        <translation>中国大陆的密钥在 %1 创建，其他地区在 %2 创建。一个平台的密钥不能用于另一个平台，编程套餐的密钥不能生成视频。</translation>
    </message>
    <message>
        <source>id.secret</source>
        <translation>id.secret</translation>
    </message>
    <message>
        <source>sk-…</source>
        <translation>sk-…</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>There is no option --%1.</source>
        <translation>没有 --%1 这个选项。</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>选项 --%1 不带值。</translation>
    </message>
    <message>
        <source>The option --%1 is given twice.</source>
        <translation>选项 --%1 重复了。</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>选项 --%1 需要一个值。</translation>
    </message>
    <message>
        <source>Say what to do: for example “retake-cli edit FILE --prompt TEXT”.</source>
        <translation>请说明要做什么，例如“retake-cli edit FILE --prompt TEXT”。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有“%1”这个命令。</translation>
    </message>
    <message>
        <source>The option --%1 does not go with “%2”.</source>
        <translation>选项 --%1 不能用于“%2”。</translation>
    </message>
    <message>
        <source>“%1” needs the number of a task.</source>
        <translation>“%1”需要任务编号。</translation>
    </message>
    <message>
        <source>“%1” needs a file.</source>
        <translation>“%1”需要一个文件。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>没有 %1 这个选项。</translation>
    </message>
    <message>
        <source>The language “%1” is not there: en and zh_CN are.</source>
        <translation>没有“%1”这种语言，可选 en 和 zh_CN。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>preparing the clip</source>
        <translation>正在准备片段</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>上传中</translation>
    </message>
    <message>
        <source>sending the order</source>
        <translation>正在提交请求</translation>
    </message>
    <message>
        <source>queued at the service</source>
        <translation>服务端排队中</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>生成中</translation>
    </message>
    <message>
        <source>downloading the take</source>
        <translation>正在下载成片</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>unclear, perhaps charged</source>
        <translation>状态不明，可能已扣费</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>任务 %1：%2</translation>
    </message>
    <message>
        <source>Using the practice service: offline, no AI, no charge.</source>
        <translation>正在使用练习服务：离线，不用 AI，不收费。</translation>
    </message>
    <message>
        <source>Using %1 at %2.</source>
        <translation>正在使用 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 × %2, %3 frames a second, %4</source>
        <translation>%1 × %2，%3 帧/秒，%4</translation>
    </message>
    <message>
        <source>sound: %1</source>
        <translation>声音：%1</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>The clip is sent as it is: %1.</source>
        <translation>片段按原样发送：%1。</translation>
    </message>
    <message>
        <source>What is sent: %1 of the clip, %2 × %3, %4 frames a second.</source>
        <translation>将要发送：片段的 %1，%2 × %3，%4 帧/秒。</translation>
    </message>
    <message>
        <source>  clips of %1 to %2 s, up to %3 reference images</source>
        <translation>  片段 %1 到 %2 秒，最多 %3 张参考图</translation>
    </message>
    <message>
        <source>  parameters: %1</source>
        <translation>  参数：%1</translation>
    </message>
    <message>
        <source>This costs about %1.</source>
        <translation>费用约 %1。</translation>
    </message>
    <message>
        <source>Price at %1: about %2 for a take (as of %3)</source>
        <translation>%1 的价格：每个成片约 %2（截至 %3）</translation>
    </message>
    <message>
        <source>There are no tasks.</source>
        <translation>没有任务。</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>没有等待中的任务。</translation>
    </message>
    <message>
        <source>To send it again all the same: retake-cli retry %1 --send-again</source>
        <translation>仍要重新发送，请运行：retake-cli retry %1 --send-again</translation>
    </message>
    <message>
        <source>Unexpected argument “%1” for “%2”.</source>
        <translation>“%2”后面多了参数“%1”。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), constant rate</source>
        <translation>
            <numerusform>%n 帧，恒定帧率</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), variable rate</source>
        <translation>
            <numerusform>%n 帧，可变帧率</numerusform>
        </translation>
    </message>
    <message>
        <source>colour: primaries %1, transfer %2, matrix %3, %4, %5 bit</source>
        <translation>色彩：原色 %1，传输特性 %2，矩阵 %3，%4，%5 位</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>全范围</translation>
    </message>
    <message>
        <source>limited range</source>
        <translation>有限范围</translation>
    </message>
    <message>
        <source>high dynamic range (HDR)</source>
        <translation>高动态范围 (HDR)</translation>
    </message>
    <message>
        <source>stored turned: %1° clockwise makes it upright</source>
        <translation>画面是转着存的：顺时针转 %1° 即为正向</translation>
    </message>
    <message>
        <source>pixels %1:%2 wide, %3 × %4 stored</source>
        <translation>像素宽高比 %1:%2，存储尺寸 %3 × %4</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden frame(s)</source>
        <translation>
            <numerusform>%n 帧被隐藏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sound: %1 Hz, %n channel(s), %2</source>
        <translation>
            <numerusform>声音：%1 Hz，%n 声道，%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n stream(s)</source>
        <translation>
            <numerusform>%1，%n 条流</numerusform>
        </translation>
    </message>
    <message>
        <source>with sound</source>
        <translation>带声音</translation>
    </message>
    <message>
        <source>its sound left out</source>
        <translation>不含声音</translation>
    </message>
    <message>
        <source>frames %1 to %2 of %3 as frames 0 to %4</source>
        <translation>第 %1 至 %2 帧（共 %3 帧）成为第 0 至 %4 帧</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>about %1 MB</source>
        <translation>约 %1 MB</translation>
    </message>
    <message>
        <source>frame map: %1</source>
        <translation>帧对应：%1</translation>
    </message>
    <message>
        <source>Decoding everything</source>
        <translation>正在完整解码</translation>
    </message>
    <message>
        <source>No damage: everything can be decoded.</source>
        <translation>没有损坏：全部可以解码。</translation>
    </message>
    <message>
        <source>No damage found; --full decodes everything.</source>
        <translation>未发现损坏；用 --full 可完整解码检查。</translation>
    </message>
    <message>
        <source>“%1” needs two files.</source>
        <translation>“%1”需要两个文件。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>most changed</source>
        <translation>改动最大</translation>
    </message>
    <message>
        <source>least changed</source>
        <translation>改动最小</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Each frame is compared with the one that it was made from, by the take&apos;s recipe.</source>
        <translation>根据成片的配方，每一帧都与生成它的那一帧比较。</translation>
    </message>
    <message>
        <source>“%1” needs the name of a service, such as dashscope.</source>
        <translation>“%1”需要服务的名称，例如 dashscope。</translation>
    </message>
    <message>
        <source>“%1” needs “export” or “import”, and a file.</source>
        <translation>“%1”需要“export”或“import”，以及一个文件。</translation>
    </message>
    <message>
        <source>in the library as task %1</source>
        <translation>已在资料库中，为任务 %1</translation>
    </message>
    <message>
        <source>The service has no tasks of the last 24 hours.</source>
        <translation>服务中没有最近 24 小时的任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 个订单写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Order %1 is left out: %2</source>
        <translation>订单 %1 被略去：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) added; they wait for “retake-cli run”.</source>
        <translation>
            <numerusform>已添加 %n 个订单；它们等待“retake-cli run”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished task(s) cleared; the takes stay.</source>
        <translation>
            <numerusform>已清除 %n 个完成的任务；成片保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>没有失败的任务。</translation>
    </message>
    <message>
        <source>  paused by you</source>
        <translation>  已由您暂停</translation>
    </message>
    <message>
        <source>  the service keeps the result until %1</source>
        <translation>  服务将结果保留到 %1</translation>
    </message>
    <message>
        <source>Task %1 is marked as lost. “retake-cli retry %1” sends it again; it may be charged twice.</source>
        <translation>任务 %1 已标记为丢失。“retake-cli retry %1”会重新发送；可能会重复扣费。</translation>
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
        <translation>用法：retake-cli 命令 [--json] [--data-dir 目录] [--lang en|zh_CN]

  models                     有哪些模型
  probe 文件 [--full]        视频由什么组成；--full 会完整解码
                             以查出损坏
  plan 文件                  会发送什么，价格多少
       [--model M] [--trim 入-出] [--resolution R] [--ratio R]
       [--framing keep|fit|fill] [--reference 图片]...
  edit 文件 --prompt 文字    编辑视频，一直等到成片完成
       [--reference 图片]... [--model M] [--resolution R] [--ratio R]
       [--duration 秒] [--sound auto|origin] [--negative 文字] [--seed N]
       [--no-prompt-extend] [--watermark] [--trim 入-出]
       [--framing keep|fit|fill] [--variations N] [--output 文件]
  remake 文件                用文字描述视频，然后按给出的顺序：
       [--say 文字]...       修改描述
       [--make]...           按描述生成新视频，一直等到成片完成
       [--continue]          接着该视频最近的对话
       [--describer M] [--show frames|video|地址] [--trim 入-出]
       [--model M] [--set 名称=值]... [--first-frame clip|图片]
       [--last-frame clip|图片] [--reference 图片]... [--keep-sound]
       [--output 文件]       有多个 --make 时：文件、文件-2……
  compare 之前 之后          逐帧用数字说明改动了什么
  tasks                      任务及其状态
  run                        启动等待中的任务，继续已发送的任务
  cancel ID                  取消任务
  receipt ID                 任务在服务中的情况：编号、时间、
                             计费秒数
  retry ID [--send-again]    重新运行已结束的任务；状态不明时用
                             --send-again，可能会重复扣费
  retry --failed             重试所有失败的任务
  hold ID                    暂停尚未发送的任务；“run”不会动它
  next ID                    将等待中的任务排到最前
  clear                      从列表移除已完成或已取消的任务
  queue export 文件 [--failed]
                             将尚未发送的订单写入文件；--failed 也包括
                             失败的
  queue import 文件          添加此类文件中的订单
  look ID                    在服务的任务中查找状态不明的任务
  lost ID                    放弃状态不明的任务；之后“retry”会重新开始
  import 服务 [任务编号] [--model M]
                             按编号获取服务中的任务；
                             不带编号：列出最近 24 小时的任务

退出状态：0 完成，2 用法错误，3 输入被拒，4 被服务拒绝，
5 网络或服务失败，6 状态不明、可能已扣费，7 磁盘或媒体工具失败。
密钥读取自环境变量（DASHSCOPE_API_KEY；remake 用 ZAI_API_KEY 或
ZHIPUAI_API_KEY）或窗口中的账户；没有密钥时使用练习服务：
离线，不用 AI。
</translation>
    </message>
    <message>
        <source>  makes videos from descriptions of up to %1 characters</source>
        <translation>  按最多 %1 个字符的描述生成视频</translation>
    </message>
    <message>
        <source>, with a first frame</source>
        <translation>，可用首帧</translation>
    </message>
    <message>
        <source>, with a first and a last frame</source>
        <translation>，可用首尾帧</translation>
    </message>
    <message>
        <source>, with up to %1 reference images</source>
        <translation>，最多 %1 张参考图</translation>
    </message>
    <message>
        <source>up to %1 pictures</source>
        <translation>最多 %1 张图片</translation>
    </message>
    <message>
        <source>a small video</source>
        <translation>小视频</translation>
    </message>
    <message>
        <source>a video at an address</source>
        <translation>网址上的视频</translation>
    </message>
    <message>
        <source>  translates what is said</source>
        <translation>  翻译所说的内容</translation>
    </message>
    <message>
        <source>  describes videos: %1</source>
        <translation>  描述视频：%1</translation>
    </message>
    <message>
        <source>There is no conversation about this video yet: it is described first.</source>
        <translation>还没有关于这个视频的对话：先描述它。</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>motion</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>mood</source>
        <translation>氛围</translation>
    </message>
    <message>
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Nobody asked to change the %1: %2</source>
        <translation>没有人要求改动%1：%2</translation>
    </message>
    <message>
        <source>Turn %1: %2 (%3 characters)</source>
        <translation>第 %1 轮：%2（%3 个字符）</translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>A day and a time, as of QDateTime::toString</extracomment>
        <translation>M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pause this one</source>
        <translation>暂停这一个</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>下一个运行</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>重新获取</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>Mark as lost…</source>
        <translation>标记为丢失…</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy the receipt</source>
        <translation>复制收据</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>从队列移除</translation>
    </message>
    <message>
        <source>It waits until you let it go on; nothing has been charged</source>
        <translation>它会一直等到您让它继续；没有扣费</translation>
    </message>
    <message>
        <source>Opens its order beside the picture; it waits meanwhile</source>
        <translation>在画面旁打开它的订单；其间它会等待</translation>
    </message>
    <message>
        <source>The service has the result already: nothing is charged again</source>
        <translation>服务已有结果：不会再次扣费</translation>
    </message>
    <message>
        <source>Sends the order anew</source>
        <translation>重新发送订单</translation>
    </message>
    <message>
        <source>Looks for it once more in the service&apos;s list of tasks</source>
        <translation>在服务的任务列表中再找一次</translation>
    </message>
    <message>
        <source>Gives it up; it may have been charged</source>
        <translation>放弃它；可能已经扣费</translation>
    </message>
    <message>
        <source>It may be charged twice</source>
        <translation>可能会重复扣费</translation>
    </message>
    <message>
        <source>It is at the service: cancelling works only while it is queued there, and it may be charged</source>
        <translation>它已在服务处：只有在那里排队时才能取消，并且可能会扣费</translation>
    </message>
    <message>
        <source>Stops it before it is sent: nothing has been charged</source>
        <translation>在发送前停止：没有扣费</translation>
    </message>
    <message>
        <source>Clears the row; the take stays</source>
        <translation>清除这一行；成片保留</translation>
    </message>
</context>
<context>
    <name>CompareCanvas</name>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>hardly visible</source>
        <translation>几乎看不出</translation>
    </message>
    <message>
        <source>mostly light</source>
        <translation>主要是明暗</translation>
    </message>
    <message>
        <source>mostly colour</source>
        <translation>主要是色彩</translation>
    </message>
    <message>
        <source>light and colour</source>
        <translation>明暗和色彩</translation>
    </message>
    <message>
        <source>Nothing to compare: the two never play at the same time</source>
        <translation>无可比较：两者没有同时播放的时刻</translation>
    </message>
    <message>
        <source>No frame has changed; sound not compared</source>
        <translation>没有一帧改动；未比较声音</translation>
    </message>
    <message>
        <source>No frame has changed noticeably; most at %1; sound not compared</source>
        <translation>没有一帧明显改动；改动最大处在 %1；未比较声音</translation>
    </message>
    <message>
        <source>Changed most at %1; %2 in %3 % of the frames; sound not compared</source>
        <translation>改动最大处在 %1；%3% 的帧有改动，%2；未比较声音</translation>
    </message>
    <message>
        <source>The rates differ (%1 and %2 frames a second): compared by time.</source>
        <translation>帧率不同（每秒 %1 帧和 %2 帧）：按时间比较。</translation>
    </message>
    <message>
        <source>The lengths differ (%1 and %2 s): only what both have is compared.</source>
        <translation>时长不同（%1 秒和 %2 秒）：只比较两者都有的部分。</translation>
    </message>
    <message>
        <source>The shapes differ (%1 and %2): After is stretched to the shape of Before, which counts as a change.</source>
        <translation>画面比例不同（%1 和 %2）：之后会拉伸为之前的比例，这也算作改动。</translation>
    </message>
    <message>
        <source>The sizes differ (%1 and %2): compared at the size of Before.</source>
        <translation>尺寸不同（%1 和 %2）：按之前的尺寸比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of frames could not be decoded and are left out.</source>
        <translation>
            <numerusform>有 %n 对帧无法解码，已略去。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: frame %2 of Before, frame %3 of After</source>
        <translation>%1：之前第 %2 帧，之后第 %3 帧</translation>
    </message>
    <message>
        <source>Changed: light %1 %, colour %2 %</source>
        <translation>改动：明暗 %1 %，色彩 %2 %</translation>
    </message>
    <message>
        <source>No noticeable change</source>
        <translation>没有明显改动</translation>
    </message>
    <message>
        <source>SSIM: light %1, all planes %2</source>
        <translation>SSIM：亮度 %1，全部分量 %2</translation>
    </message>
    <message>
        <source>PSNR: light %1 dB, all planes %2 dB</source>
        <translation>PSNR：亮度 %1 dB，全部分量 %2 dB</translation>
    </message>
</context>
<context>
    <name>ConformWords</name>
    <message>
        <source>Trimmed to %1 s to %2 s</source>
        <translation>裁剪为第 %1 秒到第 %2 秒</translation>
    </message>
    <message>
        <source>Cut to %1 s, the longest that the model takes</source>
        <translation>截短到 %1 秒，即模型支持的最长时长</translation>
    </message>
    <message>
        <source>Cut to the first %1 s of %2 s</source>
        <translation>只取前 %1 秒（原长 %2 秒）</translation>
    </message>
    <message>
        <source>Frame rate changed from %1 to %2</source>
        <translation>帧率从 %1 改为 %2</translation>
    </message>
    <message>
        <source>Turned upright (%1°)</source>
        <translation>画面转正（%1°）</translation>
    </message>
    <message>
        <source>Packed as MP4</source>
        <translation>封装为 MP4</translation>
    </message>
    <message>
        <source>Picture encoded anew as H.264</source>
        <translation>画面重新编码为 H.264</translation>
    </message>
    <message>
        <source>Picture converted from %1 to H.264</source>
        <translation>画面从 %1 转为 H.264</translation>
    </message>
    <message>
        <source>Sound left out: it cannot be read</source>
        <translation>去掉声音：无法读取</translation>
    </message>
    <message>
        <source>HDR colours (%1, %2 bit) brought to standard ones (BT.709, 8 bit)</source>
        <translation>HDR 色彩（%1，%2 位）转为标准色彩（BT.709，8 位）</translation>
    </message>
    <message>
        <source>Wide colours (BT.2020, %1 bit) brought to standard ones (BT.709, 8 bit)</source>
        <translation>广色域（BT.2020，%1 位）转为标准色彩（BT.709，8 位）</translation>
    </message>
    <message>
        <source>Colours reduced from %1 to 8 bit</source>
        <translation>色彩从 %1 位降为 8 位</translation>
    </message>
    <message>
        <source>Full range colours (0 to 255) brought to video range (16 to 235)</source>
        <translation>全范围色彩（0 至 255）转为视频范围（16 至 235）</translation>
    </message>
    <message>
        <source>Sound encoded anew as AAC, stereo, 48 kHz</source>
        <translation>声音重新编码为 AAC、立体声、48 kHz</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 声道</translation>
    </message>
    <message>
        <source>Sound converted from %1, %2, %3 kHz to AAC, stereo, 48 kHz</source>
        <translation>声音从 %1、%2、%3 kHz 转为 AAC、立体声、48 kHz</translation>
    </message>
    <message>
        <source>Uneven frame times (%1 a second on average) made %2 a second</source>
        <translation>不均匀的帧时间（平均每秒 %1 帧）改为每秒 %2 帧</translation>
    </message>
    <message>
        <source>Scaled from %1 to %2</source>
        <translation>从 %1 缩放到 %2</translation>
    </message>
    <message>
        <source>Pixels made square (they were %1:%2)</source>
        <translation>像素改为方形（原为 %1:%2）</translation>
    </message>
    <message>
        <source>Bars added: %1 in %2</source>
        <translation>加黑边：%2 中放入 %1</translation>
    </message>
    <message>
        <source>Cropped to the middle: %1 of %2</source>
        <translation>裁取中间部分：%2 中的 %1</translation>
    </message>
    <message>
        <source>Encoded with fewer bits: as it is, the piece takes about %1 MB</source>
        <translation>用较低码率编码：原样的这一段约 %1 MB</translation>
    </message>
</context>
<context>
    <name>CutOffWords</name>
    <message>
        <source>Cut off: the last %1 s of %2 s are missing</source>
        <translation>文件不完整：%2 秒中缺少最后 %1 秒</translation>
    </message>
</context>
<context>
    <name>EngineName</name>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Practice service (offline)</source>
        <translation>练习服务（离线）</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>request %1</source>
        <translation>请求 ID %1</translation>
    </message>
    <message>
        <source>There is no clip yet.</source>
        <translation>还没有片段。</translation>
    </message>
    <message>
        <source>Open a video, or drop one here.</source>
        <translation>打开一个视频，或拖到这里。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>账户…</translation>
    </message>
    <message>
        <source>Open a video…</source>
        <translation>打开视频…</translation>
    </message>
    <message>
        <source>Edit the instruction</source>
        <translation>修改指令</translation>
    </message>
    <message>
        <source>Choose another image…</source>
        <translation>换一张图片…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>找不到文件“%1”。</translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose another file.</source>
        <translation>检查一下文件名和文件夹，或换一个文件。</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>Check that you may open the file, or copy it to a folder of your own.</source>
        <translation>检查文件权限，或把它复制到自己的文件夹里。</translation>
    </message>
    <message>
        <source>“%1” is not a video.</source>
        <translation>“%1”不是视频。</translation>
    </message>
    <message>
        <source>Choose a video file, such as MP4 or MOV.</source>
        <translation>请选择视频文件，例如 MP4 或 MOV。</translation>
    </message>
    <message>
        <source>“%1” has sound but no picture.</source>
        <translation>“%1”只有声音，没有画面。</translation>
    </message>
    <message>
        <source>Choose a file with a picture.</source>
        <translation>请选择有画面的文件。</translation>
    </message>
    <message>
        <source>“%1” is damaged or cut off.</source>
        <translation>“%1”已损坏或不完整。</translation>
    </message>
    <message>
        <source>Copy or export it again from where it came, then open the new file.</source>
        <translation>从来源重新复制或导出一份，再打开新文件。</translation>
    </message>
    <message>
        <source>“%1” is too short: it lasts %2 s, and at least %3 s are needed.</source>
        <translation>“%1”太短：只有 %2 秒，至少需要 %3 秒。</translation>
    </message>
    <message>
        <source>Choose a longer clip, or a longer piece of it.</source>
        <translation>换一个更长的片段，或多取一段。</translation>
    </message>
    <message>
        <source>“%1” has a shape that the model does not take: %2.</source>
        <translation>“%1”的画面比例模型不支持：%2。</translation>
    </message>
    <message>
        <source>Choose a picture with at least %3 pixels on each side.</source>
        <translation>请选择每边至少 %3 像素的图片。</translation>
    </message>
    <message>
        <source>Choose a picture with at most %3 pixels on each side, or scale it down.</source>
        <translation>请选择每边不超过 %3 像素的图片，或先缩小。</translation>
    </message>
    <message>
        <source>Choose a picture of at most %3, or save it again as JPEG.</source>
        <translation>请选择不超过 %3 的图片，或另存为 JPEG。</translation>
    </message>
    <message>
        <source>Crop it so that the long side is at most %3 times the short one.</source>
        <translation>裁切一下，长边不要超过短边的 %3 倍。</translation>
    </message>
    <message>
        <source>There are too many reference images.</source>
        <translation>参考图太多了。</translation>
    </message>
    <message>
        <source>Keep at most %1 of them.</source>
        <translation>最多保留 %1 张。</translation>
    </message>
    <message>
        <source>The instruction is empty.</source>
        <translation>指令是空的。</translation>
    </message>
    <message>
        <source>Say what to change in the clip, or add a reference image.</source>
        <translation>说说片段里要改什么，或添加一张参考图。</translation>
    </message>
    <message>
        <source>The instruction is too long: %1 characters.</source>
        <translation>指令太长：%1 个字符。</translation>
    </message>
    <message>
        <source>Shorten it to %2 characters at most.</source>
        <translation>请缩短到 %2 个字符以内。</translation>
    </message>
    <message>
        <source>The text of what to avoid is too long: %1 characters.</source>
        <translation>“要避免的内容”太长：%1 个字符。</translation>
    </message>
    <message>
        <source>There is no model “%1”.</source>
        <translation>没有“%1”这个模型。</translation>
    </message>
    <message>
        <source>Choose one from the list of models (in a terminal: retake-cli models).</source>
        <translation>请从模型列表里选一个（在终端运行：retake-cli models）。</translation>
    </message>
    <message>
        <source>“%2” does not work for “%1”.</source>
        <translation>“%1”不能设为“%2”。</translation>
    </message>
    <message>
        <source>Choose another value for “%1”.</source>
        <translation>请为“%1”换一个值。</translation>
    </message>
    <message>
        <source>There is no task %1.</source>
        <translation>没有任务 %1。</translation>
    </message>
    <message>
        <source>Look in the list of tasks for the number that you mean.</source>
        <translation>在任务列表里查一下正确的编号。</translation>
    </message>
    <message>
        <source>Task %1 is “%2”: this cannot be done with it now.</source>
        <translation>任务 %1 的状态是“%2”，现在不能这样操作。</translation>
    </message>
    <message>
        <source>Look at its state in the list of tasks and choose what fits it.</source>
        <translation>在任务列表里看看它的状态，再选择合适的操作。</translation>
    </message>
    <message>
        <source>“%1” is not an address that works here.</source>
        <translation>“%1”不是可用的地址。</translation>
    </message>
    <message>
        <source>Use a whole address that begins with https:// or http://.</source>
        <translation>请填写以 https:// 或 http:// 开头的完整地址。</translation>
    </message>
    <message>
        <source>There is no key for %1.</source>
        <translation>没有 %1 的密钥。</translation>
    </message>
    <message>
        <source>Enter your key in the account, or unlock your keychain and try again.</source>
        <translation>在账户里填写密钥，或解锁系统密钥环后重试。</translation>
    </message>
    <message>
        <source>The service does not accept the key.</source>
        <translation>服务不接受这个密钥。</translation>
    </message>
    <message>
        <source>Check that the key is complete and belongs to the region of the account.</source>
        <translation>检查密钥是否完整，是否属于账户所选的地域。</translation>
    </message>
    <message>
        <source>The account may not use this model.</source>
        <translation>这个账户无权使用该模型。</translation>
    </message>
    <message>
        <source>The account&apos;s allowance is used up.</source>
        <translation>账户额度已用完。</translation>
    </message>
    <message>
        <source>Raise it in the service&apos;s console or wait until it is renewed, then try again.</source>
        <translation>在服务控制台提高额度，或等额度恢复后重试。</translation>
    </message>
    <message>
        <source>The service refused the order.</source>
        <translation>服务拒绝了这个请求。</translation>
    </message>
    <message>
        <source>The details tell what it did not like. Change that and run it again.</source>
        <translation>详细信息里有原因。改好后再运行一次。</translation>
    </message>
    <message>
        <source>The service did not take the clip or an image.</source>
        <translation>服务没有接受片段或图片。</translation>
    </message>
    <message>
        <source>Try another clip or image; the details tell what it did not like.</source>
        <translation>换一个片段或图片试试，详细信息里有原因。</translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped this.</source>
        <translation>没有通过服务的内容审核。</translation>
    </message>
    <message>
        <source>Word the instruction differently, or use other pictures. Such checks sometimes err.</source>
        <translation>换个说法，或换一些图片。审核有时也会误判。</translation>
    </message>
    <message>
        <source>The service did not take the upload.</source>
        <translation>服务没有接受上传。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the account and its region.</source>
        <translation>请重试。如果再次出现，检查账户和地域。</translation>
    </message>
    <message>
        <source>The service already has a file of this name.</source>
        <translation>服务上已有同名文件。</translation>
    </message>
    <message>
        <source>Try again: a new name is used.</source>
        <translation>请重试，会自动换用新的文件名。</translation>
    </message>
    <message>
        <source>The service could not make this take.</source>
        <translation>服务没能做出这个成片。</translation>
    </message>
    <message>
        <source>Try again, or change the instruction; the details have the service&apos;s reason.</source>
        <translation>请重试，或修改指令；详细信息里有服务给出的原因。</translation>
    </message>
    <message>
        <source>The service cancelled the task.</source>
        <translation>服务取消了这个任务。</translation>
    </message>
    <message>
        <source>Try again; nothing was made.</source>
        <translation>请重试，这次没有生成任何内容。</translation>
    </message>
    <message>
        <source>The service no longer knows this task.</source>
        <translation>服务上已经没有这个任务。</translation>
    </message>
    <message>
        <source>Tasks and results are kept there for a day. Run it again to make a new take.</source>
        <translation>任务和结果只在服务上保留一天。再运行一次，即可生成新的成片。</translation>
    </message>
    <message>
        <source>The take will come when it is ready, and it is charged.</source>
        <translation>成片做好后会照常送达，也照常收费。</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>无法连接到服务。</translation>
    </message>
    <message>
        <source>Check your internet connection, then try again.</source>
        <translation>检查网络连接，然后重试。</translation>
    </message>
    <message>
        <source>The connection to the service broke off.</source>
        <translation>与服务的连接中断了。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>服务没有及时响应。</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>过几分钟再试。</translation>
    </message>
    <message>
        <source>The service&apos;s certificate could not be checked.</source>
        <translation>无法验证服务的证书。</translation>
    </message>
    <message>
        <source>Check the address of the account and the clock of this computer. Nothing was sent.</source>
        <translation>检查账户里的地址和这台电脑的时间。没有发送任何内容。</translation>
    </message>
    <message>
        <source>Too many requests at once.</source>
        <translation>一次发出的请求太多了。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again, or run fewer tasks at a time.</source>
        <translation>等一分钟再试，或减少同时运行的任务。</translation>
    </message>
    <message>
        <source>The service is busy.</source>
        <translation>服务正忙。</translation>
    </message>
    <message>
        <source>The service had a fault of its own.</source>
        <translation>服务自身出了故障。</translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be understood.</source>
        <translation>看不懂服务返回的内容。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the address of the account.</source>
        <translation>请重试。如果再次出现，检查账户里的地址。</translation>
    </message>
    <message>
        <source>The service could not fetch the clip or an image.</source>
        <translation>服务无法获取片段或图片。</translation>
    </message>
    <message>
        <source>Check that its address can be opened by everybody, then try again.</source>
        <translation>确认它的地址任何人都能打开，然后重试。</translation>
    </message>
    <message>
        <source>The permission to upload ran out on the way.</source>
        <translation>还没传完，上传许可就过期了。</translation>
    </message>
    <message>
        <source>Try again; a faster connection helps.</source>
        <translation>请重试，网络快一些会更顺利。</translation>
    </message>
    <message>
        <source>The finished take is no longer at the service.</source>
        <translation>服务上已经没有这个成片了。</translation>
    </message>
    <message>
        <source>Results are kept there for a day. Run it again to make a new take.</source>
        <translation>结果只在服务上保留一天。再运行一次，即可生成新的成片。</translation>
    </message>
    <message>
        <source>The take did not arrive whole.</source>
        <translation>成片没有下载完整。</translation>
    </message>
    <message>
        <source>Try again: only the download is repeated, and it is not charged.</source>
        <translation>请重试：只会重新下载，不会再收费。</translation>
    </message>
    <message>
        <source>What the service sent is not a video.</source>
        <translation>服务发来的不是视频。</translation>
    </message>
    <message>
        <source>The practice service did not start.</source>
        <translation>练习服务没有启动。</translation>
    </message>
    <message>
        <source>Check that retake-practice is installed beside this program, then try again.</source>
        <translation>检查 retake-practice 是否与本程序安装在一起，然后重试。</translation>
    </message>
    <message>
        <source>It is unclear whether the service took the order.</source>
        <translation>不确定服务有没有收到请求。</translation>
    </message>
    <message>
        <source>It may already be charged. Look in the service&apos;s console first; send it again only if it is not there.</source>
        <translation>可能已经扣费。先去服务控制台看看，确认那里没有，再重新发送。</translation>
    </message>
    <message>
        <source>The disk is full: “%1” could not be written.</source>
        <translation>磁盘已满，无法写入“%1”。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>腾出一些空间，然后重试。</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>无法写入“%1”。</translation>
    </message>
    <message>
        <source>Check the folder and your rights to it, or choose another place.</source>
        <translation>检查文件夹和写入权限，或换一个位置。</translation>
    </message>
    <message>
        <source>The program “%1” is missing.</source>
        <translation>缺少程序“%1”。</translation>
    </message>
    <message>
        <source>Install it (on Debian: apt install ffmpeg), then try again.</source>
        <translation>安装它（Debian 上：apt install ffmpeg），然后重试。</translation>
    </message>
    <message>
        <source>The program “%1” failed.</source>
        <translation>程序“%1”运行失败。</translation>
    </message>
    <message>
        <source>The details have its last words. Try again, or export the clip anew.</source>
        <translation>详细信息里有它最后的输出。请重试，或重新导出片段。</translation>
    </message>
    <message>
        <source>The library “%1” cannot be used.</source>
        <translation>资料库“%1”无法使用。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used.</source>
        <translation>无法使用系统密钥环。</translation>
    </message>
    <message>
        <source>Unlock it, or keep the key for this session only.</source>
        <translation>把它解锁，或只在本次使用期间保存密钥。</translation>
    </message>
    <message>
        <source>You cancelled this task.</source>
        <translation>你取消了这个任务。</translation>
    </message>
    <message>
        <source>Run it again when you like.</source>
        <translation>需要时可以再运行一次。</translation>
    </message>
    <message>
        <source>Add bars or crop it to fill, so that it gets a shape that the model takes.</source>
        <translation>加黑边或裁剪填满，使画面成为模型支持的比例。</translation>
    </message>
    <message>
        <source>Choose a JPEG, PNG, WebP, BMP, HEIC, AVIF, TIFF or GIF picture.</source>
        <translation>请选择 JPEG、PNG、WebP、BMP、HEIC、AVIF、TIFF 或 GIF 图片。</translation>
    </message>
    <message>
        <source>The service knows no task “%1”.</source>
        <translation>服务没有任务“%1”。</translation>
    </message>
    <message>
        <source>Tasks are kept there for a day. Look whether the number is whole, and whether it was made with this account and in this region.</source>
        <translation>任务在那里保留一天。请检查编号是否完整，以及是否由此账户在此地域创建。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>Check that no other program holds it, that the disk is not full and that the file is yours. Your takes are still in the folder.</source>
        <translation>请检查没有其他程序占用它、磁盘未满且文件属于您。您的成片仍在文件夹中。</translation>
    </message>
    <message>
        <source>You have marked this task as lost.</source>
        <translation>您已将此任务标记为丢失。</translation>
    </message>
    <message>
        <source>If it turns up in the service&apos;s console, import it by its number there.</source>
        <translation>如果它出现在服务的控制台中，请按那里的编号导入。</translation>
    </message>
    <message>
        <source>Another Retake is at work on task %1.</source>
        <translation>另一个 Retake 正在处理任务 %1。</translation>
    </message>
    <message>
        <source>Do this in its window or terminal, or end that program: this one then goes on with the task.</source>
        <translation>请在它的窗口或终端中操作，或结束那个程序：之后由这个程序继续该任务。</translation>
    </message>
    <message>
        <source>The library has this already, as task %1.</source>
        <translation>资料库中已有它，为任务 %1。</translation>
    </message>
    <message>
        <source>Look for it in the list of tasks.</source>
        <translation>请在任务列表中查找。</translation>
    </message>
    <message>
        <source>The library “%1” was written by a newer Retake.</source>
        <translation>资料库“%1”由更新版本的 Retake 写成。</translation>
    </message>
    <message>
        <source>Install the newer version again; nothing in the library was changed.</source>
        <translation>请重新安装较新的版本；资料库没有任何改动。</translation>
    </message>
    <message>
        <source>The library “%1” is damaged.</source>
        <translation>资料库“%1”已损坏。</translation>
    </message>
    <message>
        <source>Your takes are still in the folder. Close every Retake, then start it again: it rebuilds the list from them.</source>
        <translation>您的成片仍在文件夹中。请关闭所有 Retake，然后重新启动：它会据此重建列表。</translation>
    </message>
    <message>
        <source>Parts of the take “%1” cannot be decoded.</source>
        <translation>成片“%1”的部分内容无法解码。</translation>
    </message>
    <message>
        <source>It came from the service like this twice, and is kept. Look at all of it before you use it.</source>
        <translation>服务两次给出的都是这样，已予保留。使用前请完整查看。</translation>
    </message>
    <message>
        <source>There is no description yet.</source>
        <translation>还没有描述。</translation>
    </message>
    <message>
        <source>Describe the clip first, or write what the video is to show.</source>
        <translation>请先描述视频，或写下视频要表现什么。</translation>
    </message>
    <message>
        <source>The description is too long: %1 characters.</source>
        <translation>描述太长：%1 个字符。</translation>
    </message>
    <message>
        <source>Ask for a shorter one, or shorten it by hand to %2 characters at most.</source>
        <translation>请让它缩短，或自己改到最多 %2 个字符。</translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped what was sent to it.</source>
        <translation>发送的内容没有通过服务的内容审核。</translation>
    </message>
    <message>
        <source>Word it differently, or show other pictures. Such checks sometimes err.</source>
        <translation>换个说法，或换别的图片。这类审核有时会误判。</translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped the clip.</source>
        <translation>视频没有通过服务的内容审核。</translation>
    </message>
    <message>
        <source>Choose another piece of it, or another clip. Such checks sometimes err.</source>
        <translation>换一段，或换一个视频。这类审核有时会误判。</translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped the instruction.</source>
        <translation>指令没有通过服务的内容审核。</translation>
    </message>
    <message>
        <source>Word the instruction differently. Such checks sometimes err.</source>
        <translation>换个说法写指令。这类审核有时会误判。</translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped the description.</source>
        <translation>描述没有通过服务的内容审核。</translation>
    </message>
    <message>
        <source>Word the description differently. Such checks sometimes err.</source>
        <translation>换个说法写描述。这类审核有时会误判。</translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped the service&apos;s own answer.</source>
        <translation>服务自己的回答没有通过它的内容审核。</translation>
    </message>
    <message>
        <source>Ask again, or in other words. Such checks sometimes err.</source>
        <translation>再问一次，或换个说法。这类审核有时会误判。</translation>
    </message>
    <message>
        <source>The service&apos;s content check stopped something that was said before.</source>
        <translation>之前说过的内容没有通过服务的内容审核。</translation>
    </message>
    <message>
        <source>Go back to an earlier turn and go on from there in other words.</source>
        <translation>回到较早的一轮，换个说法继续。</translation>
    </message>
    <message>
        <source>It may already be charged, and this service has no list of its tasks to look in. Look at the bill in its console; send it again only when it may be charged twice.</source>
        <translation>可能已经扣费，而这个服务没有任务列表可查。请到服务控制台查看账单；只有能接受重复扣费时才再次发送。</translation>
    </message>
    <message>
        <source>The image “%1” cannot be read.</source>
        <translation>图片“%1”无法读取。</translation>
    </message>
    <message>
        <source>The image “%1” is too small: %2 pixels.</source>
        <translation>图片“%1”太小：%2 像素。</translation>
    </message>
    <message>
        <source>The image “%1” is too large: %2 pixels.</source>
        <translation>图片“%1”太大：%2 像素。</translation>
    </message>
    <message>
        <source>The image “%1” is too heavy: %2.</source>
        <translation>图片“%1”文件太大：%2。</translation>
    </message>
    <message>
        <source>The image “%1” is too long and narrow: %2 pixels.</source>
        <translation>图片“%1”太狭长：%2 像素。</translation>
    </message>
    <message>
        <source>Turn the model on in the service&apos;s console, or use another key: one of a coding plan does not work here.</source>
        <translation>请在服务控制台开通该模型，或换一个密钥：编程套餐的密钥在这里不能用。</translation>
    </message>
    <message>
        <source>The account at the service has no money left for this.</source>
        <translation>服务账户余额不足。</translation>
    </message>
    <message>
        <source>Top it up in the service&apos;s console, or use a key whose account pays for this model, then try again.</source>
        <translation>请在服务控制台充值，或换一个能为该模型付费的密钥，然后重试。</translation>
    </message>
    <message>
        <source>It cannot be cancelled any more: the service is already at work.</source>
        <translation>已无法取消：服务已经开始处理。</translation>
    </message>
    <message>
        <source>The clip&apos;s sound could not be laid over the take “%1”.</source>
        <translation>无法把原声配到成片“%1”上。</translation>
    </message>
    <message>
        <source>The take is kept as the service made it. Check that the clip is still there and has sound; the details tell more.</source>
        <translation>成片按服务生成的样子保留。请检查视频是否还在、是否有声音；详情里有更多信息。</translation>
    </message>
    <message>
        <source>This service keeps no list in which the task could be looked for.</source>
        <translation>这个服务没有可供查找任务的列表。</translation>
    </message>
    <message>
        <source>Look in the service&apos;s console. If the task is there, enter its number; else mark it as lost, or send it again.</source>
        <translation>请到服务控制台查看。如果任务在那里，请输入它的编号；否则标记为丢失，或再次发送。</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Keep everything else as it is.</source>
        <translation>其他保持不变。</translation>
    </message>
    <message>
        <source>Things in the picture</source>
        <translation>画面里的东西</translation>
    </message>
    <message>
        <source>Recolour something</source>
        <translation>换颜色</translation>
    </message>
    <message>
        <source>Change the purple parrot to white.</source>
        <translation>把紫色的鹦鹉改成白色。</translation>
    </message>
    <message>
        <source>Replace something</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace the parrot with an owl.</source>
        <translation>把鹦鹉换成猫头鹰。</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a small red hat to the parrot.</source>
        <translation>给鹦鹉戴上一顶红色的小帽子。</translation>
    </message>
    <message>
        <source>Remove something</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Remove the people in the background.</source>
        <translation>把背景里的人去掉。</translation>
    </message>
    <message>
        <source>Background, weather, light</source>
        <translation>背景、天气、光线</translation>
    </message>
    <message>
        <source>Another background</source>
        <translation>换背景</translation>
    </message>
    <message>
        <source>Change the background to a rainy forest.</source>
        <translation>把背景换成下雨的森林。</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>下雪</translation>
    </message>
    <message>
        <source>Make it a winter day with falling snow.</source>
        <translation>改成冬天，天上飘着雪。</translation>
    </message>
    <message>
        <source>Autumn</source>
        <translation>秋天</translation>
    </message>
    <message>
        <source>Make it autumn, with yellow and red leaves.</source>
        <translation>改成秋天，树上是黄色和红色的叶子。</translation>
    </message>
    <message>
        <source>Warm evening light</source>
        <translation>温暖的傍晚光线</translation>
    </message>
    <message>
        <source>Give it warm, golden evening light.</source>
        <translation>改成傍晚温暖的金色光线。</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜晚</translation>
    </message>
    <message>
        <source>Make it night, with street lamps and moonlight.</source>
        <translation>改成夜晚，有路灯和月光。</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Watercolour</source>
        <translation>水彩</translation>
    </message>
    <message>
        <source>Turn the whole picture into watercolour.</source>
        <translation>把整个画面变成水彩画。</translation>
    </message>
    <message>
        <source>Pixel art</source>
        <translation>像素画</translation>
    </message>
    <message>
        <source>Turn the whole picture into 8-bit pixel art.</source>
        <translation>把整个画面变成 8-bit 像素画。</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>黏土</translation>
    </message>
    <message>
        <source>Turn everything into clay stop-motion.</source>
        <translation>把整个画面变成黏土定格风格。</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>Make it a black and white film.</source>
        <translation>改成黑白电影。</translation>
    </message>
    <message>
        <source>Live action</source>
        <translation>真人实拍</translation>
    </message>
    <message>
        <source>Turn the drawing into live action.</source>
        <translation>把手绘画面变成真人实拍。</translation>
    </message>
    <message>
        <source>Action and voice</source>
        <translation>动作和声音</translation>
    </message>
    <message>
        <source>Another action</source>
        <translation>换动作</translation>
    </message>
    <message>
        <source>Let the parrot spread its wings.</source>
        <translation>让鹦鹉张开翅膀。</translation>
    </message>
    <message>
        <source>A feeling</source>
        <translation>换表情</translation>
    </message>
    <message>
        <source>Let the person smile happily.</source>
        <translation>让人物开心地笑起来。</translation>
    </message>
    <message>
        <source>A spoken line</source>
        <translation>说一句话</translation>
    </message>
    <message>
        <source>Let the person say: “See you tomorrow!” Keep the voice.</source>
        <translation>让人物说：“明天见！”保留原来的音色。</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Push in</source>
        <translation>推近</translation>
    </message>
    <message>
        <source>Let the camera push in slowly.</source>
        <translation>让镜头慢慢推近。</translation>
    </message>
    <message>
        <source>Circle around</source>
        <translation>环绕</translation>
    </message>
    <message>
        <source>Let the camera circle around the subject.</source>
        <translation>让镜头环绕主体拍摄。</translation>
    </message>
    <message>
        <source>With a reference image</source>
        <translation>用参考图</translation>
    </message>
    <message>
        <source>Wear what is in Image 1</source>
        <translation>穿戴图1里的东西</translation>
    </message>
    <message>
        <source>Dress the parrot in the scarf from Image 1.</source>
        <translation>给鹦鹉围上图1里的围巾。</translation>
    </message>
    <message>
        <source>Use the place in Image 1</source>
        <translation>用图1里的地点</translation>
    </message>
    <message>
        <source>Change the background to the place in Image 1.</source>
        <translation>把背景换成图1里的地点。</translation>
    </message>
    <message>
        <source>Use the style of Image 1</source>
        <translation>用图1的风格</translation>
    </message>
    <message>
        <source>Use the style of Image 1.</source>
        <translation>使用图1的风格。</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>take</source>
        <translation>成片</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.mov *.m4v *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wmv *.flv *.gif)</source>
        <translation>视频 (*.mp4 *.mov *.m4v *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wmv *.flv *.gif)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the take</source>
        <translation>保存成片</translation>
    </message>
    <message>
        <source>MP4 video (*.mp4)</source>
        <translation>MP4 视频 (*.mp4)</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>~%1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>~%1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 / %2 MB</source>
        <translation>%1 / %2 MB</translation>
    </message>
</context>
<context>
    <name>OpeningSentence</name>
    <message numerus="yes">
        <source>The library had missed the last changes; %n task(s) came up to date from the receipts.</source>
        <translation>
            <numerusform>资料库缺少最近的更改；已根据收据更新 %n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>The library was damaged. It was restored from the backup of %1 and the receipts.</source>
        <translation>资料库已损坏。已从 %1 的备份和收据恢复。</translation>
    </message>
    <message>
        <source>The library was missing. It was restored from the backup of %1 and the receipts.</source>
        <translation>资料库缺失。已从 %1 的备份和收据恢复。</translation>
    </message>
    <message>
        <source>The library was damaged. It was rebuilt from the receipts beside your takes.</source>
        <translation>资料库已损坏。已根据成片旁的收据重建。</translation>
    </message>
    <message>
        <source>The library was missing. It was rebuilt from the receipts beside your takes.</source>
        <translation>资料库缺失。已根据成片旁的收据重建。</translation>
    </message>
    <message numerus="yes">
        <source>It has %n take(s).</source>
        <translation>
            <numerusform>其中有 %n 个成片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks that were sent go on; of those that only waited some may be missing.</source>
        <translation>已发送的任务会继续；仅在等待的任务可能有所缺失。</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) could not be read.</source>
        <translation>
            <numerusform>有 %n 张收据无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept as “%1”.</source>
        <translation>损坏的文件保留为“%1”。</translation>
    </message>
</context>
<context>
    <name>PracticeProcess</name>
    <message>
        <source>retake-practice was not found</source>
        <translation>找不到 retake-practice</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>等你处理</translation>
    </message>
    <message>
        <source>waits for a place</source>
        <translation>等待空位</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>提交中</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>perhaps charged</source>
        <translation>可能已扣费</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Edit with images only</source>
        <translation>只用图片编辑</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>已由您暂停</translation>
    </message>
    <message>
        <source>all paused</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>已由您停止</translation>
    </message>
    <message>
        <source>looking for it</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>The service keeps the clip until %1</source>
        <translation>服务将片段保留到 %1</translation>
    </message>
    <message>
        <source>The service keeps it until %1</source>
        <translation>服务将它保留到 %1</translation>
    </message>
    <message>
        <source>Cancelled before it was rendered.</source>
        <translation>在渲染前已取消。</translation>
    </message>
    <message>
        <source>Stopped: nothing was charged.</source>
        <translation>已停止：没有扣费。</translation>
    </message>
    <message>
        <source>Another Retake is at work on this.</source>
        <translation>另一个 Retake 正在处理它。</translation>
    </message>
    <message>
        <source>Looking for it in the service&apos;s list of tasks…</source>
        <translation>正在服务的任务列表中查找…</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Task from the service</source>
        <translation>来自服务的任务</translation>
    </message>
</context>
<context>
    <name>ReceiptText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 (%2 sent, %3 made)</source>
        <translation>%1（发送 %2，生成 %3）</translation>
    </message>
    <message>
        <source>sent %1, ended as %2</source>
        <translation>发送于 %1，结束状态 %2</translation>
    </message>
    <message>
        <source>the service&apos;s number %1</source>
        <translation>服务编号 %1</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>billed %1</source>
        <translation>计费 %1</translation>
    </message>
    <message>
        <source>Earlier run</source>
        <translation>先前的运行</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>The service&apos;s number</source>
        <translation>服务编号</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Price, by the price list</source>
        <translation>价格（按价目表）</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>成片</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>ReferenceWords</name>
    <message>
        <source>converted from %1 to %2</source>
        <translation>从 %1 转为 %2</translation>
    </message>
    <message>
        <source>the largest of its %1 pictures taken</source>
        <translation>取其 %1 幅图中最大的一幅</translation>
    </message>
    <message>
        <source>the first of its %1 pictures taken</source>
        <translation>取其 %1 幅图中的第一幅</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>已转正</translation>
    </message>
    <message>
        <source>cropped from %1 to %2</source>
        <translation>从 %1 裁剪为 %2</translation>
    </message>
    <message>
        <source>scaled from %1 to %2</source>
        <translation>从 %1 缩放到 %2</translation>
    </message>
    <message>
        <source>transparency filled with white</source>
        <translation>透明处填为白色</translation>
    </message>
    <message>
        <source>printing colours (CMYK) converted</source>
        <translation>印刷色彩 (CMYK) 已转换</translation>
    </message>
    <message>
        <source>colours converted to sRGB</source>
        <translation>色彩转为 sRGB</translation>
    </message>
    <message>
        <source>%1 bits a colour made 8</source>
        <translation>每色 %1 位改为 8 位</translation>
    </message>
    <message>
        <source>made lighter: %1 instead of %2</source>
        <translation>压缩后为 %1，原为 %2</translation>
    </message>
    <message>
        <source>made lighter than its %1</source>
        <translation>会压缩到小于原来的 %1</translation>
    </message>
    <message>
        <source>place, camera and other notes removed</source>
        <translation>已去除地点、相机等附带信息</translation>
    </message>
    <message>
        <source>Image %1: %2</source>
        <translation>图%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>RemakeMedia</name>
    <message>
        <source>first frame: the clip&apos;s at %1 s</source>
        <translation>首帧：取自视频 %1 秒处</translation>
    </message>
    <message>
        <source>last frame: the clip&apos;s at %1 s</source>
        <translation>尾帧：取自视频 %1 秒处</translation>
    </message>
    <message>
        <source>first frame: %1</source>
        <translation>首帧：%1</translation>
    </message>
    <message>
        <source>last frame: %1</source>
        <translation>尾帧：%1</translation>
    </message>
</context>
<context>
    <name>RemakeWords</name>
    <message>
        <source>What the video shows</source>
        <translation>视频内容</translation>
    </message>
    <message>
        <source>Revised description</source>
        <translation>修改后的描述</translation>
    </message>
    <message>
        <source>Written by you</source>
        <translation>你写的描述</translation>
    </message>
    <message>
        <source>Shortened</source>
        <translation>缩短后的描述</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>氛围</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Pictures of the clip</source>
        <translation>视频的画面</translation>
    </message>
    <message>
        <source>An address that it fetches…</source>
        <translation>由它获取的网址…</translation>
    </message>
    <message>
        <source>A small video</source>
        <translation>小视频</translation>
    </message>
    <message>
        <source>Free (list of %1)</source>
        <translation>免费（%1 的价目）</translation>
    </message>
    <message>
        <source>%1 a million tokens in, %2 out (list of %3)</source>
        <translation>每百万词元输入 %1，输出 %2（%3 的价目）</translation>
    </message>
    <message>
        <source>Answers in English; other languages are translated first</source>
        <translation>用英文回答；其他语言会先翻译</translation>
    </message>
    <message>
        <source>“%1” left out</source>
        <translation>去掉了“%1”</translation>
    </message>
    <message>
        <source>“%1” → “%2”</source>
        <translation>“%1”→“%2”</translation>
    </message>
    <message>
        <source>“%1” added</source>
        <translation>添加了“%1”</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>SendingWords</name>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 声道</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2, %3 kHz</source>
        <translation>%1，%2，%3 kHz</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>%1 frames a second</source>
        <translation>每秒 %1 帧</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1, %2 frames</source>
        <translation>%1，%2 帧</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>生成数量</translation>
    </message>
    <message>
        <source>%1, each an order of its own</source>
        <translation>%1 个，各为一次单独的请求</translation>
    </message>
    <message>
        <source>The service may extend this text before it works by it.</source>
        <translation>服务可能会先扩写这段文字，再据此生成。</translation>
    </message>
    <message>
        <source>The service works by exactly these words.</source>
        <translation>服务完全按照这些文字生成。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>the practice service, which runs on this computer</source>
        <translation>练习服务，就在这台电脑上运行</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>It stays on this computer: nothing goes out to the network.</source>
        <translation>内容留在这台电脑上，不会发到网络。</translation>
    </message>
    <message>
        <source>The practice service throws its copies away when Retake is closed.</source>
        <translation>关闭 Retake 时，练习服务会丢弃它的副本。</translation>
    </message>
    <message>
        <source>What is uploaded lies in the service&apos;s temporary storage and is deleted there after %1.</source>
        <translation>上传的内容存放在服务的临时存储中，%1后会被删除。</translation>
    </message>
    <message>
        <source>The take stays there for %1 after it is made; Retake fetches it at once.</source>
        <translation>成片完成后在服务端保留%1；Retake 会立即取回。</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped at step %1 of %2: %3</source>
        <translation>停在第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
</context>
<context>
    <name>TaskSentence</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; this computer could not reach the service in time.</source>
        <translation>它于 %1 发送，结果保留一天；这台电脑未能及时连上服务。</translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; the account&apos;s key was missing or refused all that time.</source>
        <translation>它于 %1 发送，结果保留一天；其间账户的密钥一直缺失或被拒。</translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; the take could not be written to this computer&apos;s disk in time.</source>
        <translation>它于 %1 发送，结果保留一天；成片未能及时写入这台电脑的磁盘。</translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; the service could not be asked in time.</source>
        <translation>它于 %1 发送，结果保留一天；未能及时查询服务。</translation>
    </message>
    <message>
        <source>It was sent on %1 and results are kept for a day; Retake did not run, or did not ask for it in time.</source>
        <translation>它于 %1 发送，结果保留一天；Retake 没有运行，或没有及时查询。</translation>
    </message>
    <message>
        <source>It was charged: %1.</source>
        <translation>已扣费：%1。</translation>
    </message>
    <message>
        <source>It was probably charged: about %1.</source>
        <translation>很可能已扣费：约 %1。</translation>
    </message>
    <message>
        <source>It was probably charged.</source>
        <translation>很可能已扣费。</translation>
    </message>
    <message numerus="yes">
        <source>Looked for it %n time(s), last at %1: it is not in the service&apos;s list.</source>
        <translation>
            <numerusform>已查找 %n 次，最近一次在 %1：它不在服务的列表中。</numerusform>
        </translation>
    </message>
    <message>
        <source>It may have been charged all the same: send it again only if the service&apos;s console does not have it either.</source>
        <translation>它仍可能已扣费：只有在服务的控制台中也没有它时才重新发送。</translation>
    </message>
</context>
<context>
    <name>TrimWords</name>
    <message>
        <source>%1 s; the model needs at least %2 s</source>
        <translation>%1 秒；模型至少需要 %2 秒</translation>
    </message>
    <message>
        <source>%1 s of %2 s at most</source>
        <translation>%1 秒，最长 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>No less than %1 s</source>
        <translation>不能短于 %1 秒</translation>
    </message>
    <message>
        <source>A piece has at least one frame</source>
        <translation>片段至少有一帧</translation>
    </message>
    <message>
        <source>No more than %1 s</source>
        <translation>不能长于 %1 秒</translation>
    </message>
    <message>
        <source>The clip begins here</source>
        <translation>片段从这里开始</translation>
    </message>
    <message>
        <source>The clip ends here</source>
        <translation>片段到这里结束</translation>
    </message>
    <message>
        <source>%1 · frame %2</source>
        <translation>%1 · 第 %2 帧</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>TurnSentence</name>
    <message>
        <source>The answer was lost on its way.</source>
        <translation>回答在途中丢失了。</translation>
    </message>
    <message>
        <source>The question may have been charged. Ask again when that is all right: it is charged once more then.</source>
        <translation>这次提问可能已经扣费。可以接受的话请再问一次：会再次扣费。</translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation>你停止了等待回答。</translation>
    </message>
    <message>
        <source>The question may have been charged all the same. Ask again when you like.</source>
        <translation>这次提问仍可能已经扣费。可以随时再问。</translation>
    </message>
    <message>
        <source>The service refused the question.</source>
        <translation>服务拒绝了这次提问。</translation>
    </message>
    <message>
        <source>The details tell what it did not like. Another model may take it.</source>
        <translation>详情里说明了原因。换一个模型也许可以。</translation>
    </message>
    <message>
        <source>The model&apos;s answer could not be used.</source>
        <translation>模型的回答无法使用。</translation>
    </message>
    <message>
        <source>Ask again, or choose another model. The question may have been charged.</source>
        <translation>请再问一次，或换一个模型。这次提问可能已经扣费。</translation>
    </message>
    <message>
        <source>The model could not answer.</source>
        <translation>模型无法回答。</translation>
    </message>
    <message>
        <source>Ask again, or choose another model; the details have the service&apos;s reason.</source>
        <translation>请再问一次，或换一个模型；详情里有服务给出的原因。</translation>
    </message>
    <message>
        <source>The service did not take what it was shown of the clip.</source>
        <translation>服务不接受展示给它的视频内容。</translation>
    </message>
    <message>
        <source>Show it frames, or another piece; the details tell what it did not like.</source>
        <translation>改为展示画面，或换一段；详情里说明了原因。</translation>
    </message>
    <message>
        <source>The service could not fetch the video.</source>
        <translation>服务无法获取视频。</translation>
    </message>
    <message>
        <source>Check that its address can be opened by everybody, or show frames of the clip.</source>
        <translation>请检查网址是否人人都能打开，或改为展示视频的画面。</translation>
    </message>
    <message>
        <source>The question is too long for this model.</source>
        <translation>提问对这个模型来说太长。</translation>
    </message>
    <message>
        <source>Say it in fewer words, or choose another model.</source>
        <translation>说得简短些，或换一个模型。</translation>
    </message>
    <message>
        <source>Nothing was said.</source>
        <translation>没有说什么。</translation>
    </message>
    <message>
        <source>Say what should be different in the video.</source>
        <translation>请说说视频要有什么不同。</translation>
    </message>
</context>
<context>
    <name>ViewMode</name>
    <message>
        <source>Single</source>
        <translation>单画面</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>划像</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闪烁对比</translation>
    </message>
    <message>
        <source>One picture; choose it again for the other side</source>
        <translation>只看一个画面；再选一次换另一边</translation>
    </message>
    <message>
        <source>Before on the left, After on the right</source>
        <translation>左边是之前，右边是之后</translation>
    </message>
    <message>
        <source>Before up to the line, After beyond it; drag the line</source>
        <translation>分界线以左是之前，以右是之后；拖动分界线</translation>
    </message>
    <message>
        <source>What changed, made brighter; black is the same</source>
        <translation>把变化提亮显示，黑色表示相同</translation>
    </message>
    <message>
        <source>Before and After by turns in the same place</source>
        <translation>在同一位置轮流显示之前和之后</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Before, After and up to two further takes</source>
        <translation>之前、之后以及最多两个其他成片</translation>
    </message>
</context>
<context>
    <name>ViewerActions</name>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>A frame forward</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>后退十帧</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>前进十帧</translation>
    </message>
    <message>
        <source>A second back</source>
        <translation>后退一秒</translation>
    </message>
    <message>
        <source>A second forward</source>
        <translation>前进一秒</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>跳到开头</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>跳到结尾</translation>
    </message>
    <message>
        <source>Play backwards, again for faster</source>
        <translation>倒放，再按加速</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play, again for faster</source>
        <translation>播放，再按加速</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Trim: begin at this frame</source>
        <translation>裁剪：从这一帧开始</translation>
    </message>
    <message>
        <source>Trim: end with this frame</source>
        <translation>裁剪：到这一帧结束</translation>
    </message>
    <message>
        <source>Trim: take the whole clip</source>
        <translation>裁剪：取整个片段</translation>
    </message>
    <message>
        <source>Piece around the playhead</source>
        <translation>以播放头为中心取一段</translation>
    </message>
    <message>
        <source>Longest piece around the playhead</source>
        <translation>以播放头为中心取最长一段</translation>
    </message>
    <message>
        <source>Previous piece</source>
        <translation>上一段</translation>
    </message>
    <message>
        <source>Next piece</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>To the begin of the piece</source>
        <translation>到本段开头</translation>
    </message>
    <message>
        <source>To the end of the piece</source>
        <translation>到本段结尾</translation>
    </message>
    <message>
        <source>Filmstrip: nearer</source>
        <translation>胶片条：放大</translation>
    </message>
    <message>
        <source>Filmstrip: further away</source>
        <translation>胶片条：缩小</translation>
    </message>
    <message>
        <source>Filmstrip: all of the clip</source>
        <translation>胶片条：整个片段</translation>
    </message>
    <message>
        <source>Filmstrip: the piece</source>
        <translation>胶片条：所选一段</translation>
    </message>
    <message>
        <source>Pictures: nearer</source>
        <translation>画面：放大</translation>
    </message>
    <message>
        <source>Pictures: further away</source>
        <translation>画面：缩小</translation>
    </message>
    <message>
        <source>Pictures: fit into the window</source>
        <translation>画面：适合窗口</translation>
    </message>
    <message>
        <source>Pictures: actual pixels</source>
        <translation>画面：实际像素</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>交换左右</translation>
    </message>
    <message>
        <source>Show After a frame later</source>
        <translation>之后推后一帧</translation>
    </message>
    <message>
        <source>Show After a frame earlier</source>
        <translation>之后提前一帧</translation>
    </message>
    <message>
        <source>Show After at its own moment</source>
        <translation>之后回到原位</translation>
    </message>
    <message>
        <source>Wipe: move the line back</source>
        <translation>划像：分界线后退</translation>
    </message>
    <message>
        <source>Wipe: move the line on</source>
        <translation>划像：分界线前进</translation>
    </message>
    <message>
        <source>Wipe: turn the line to the left</source>
        <translation>划像：分界线左转</translation>
    </message>
    <message>
        <source>Wipe: turn the line to the right</source>
        <translation>划像：分界线右转</translation>
    </message>
    <message>
        <source>Wipe: upright in the middle</source>
        <translation>划像：竖直居中</translation>
    </message>
    <message>
        <source>Difference: amplify more</source>
        <translation>差异：加强</translation>
    </message>
    <message>
        <source>Difference: amplify less</source>
        <translation>差异：减弱</translation>
    </message>
    <message>
        <source>Difference: colour, grey or heat map</source>
        <translation>差异：彩色、灰度或热图</translation>
    </message>
    <message>
        <source>After alone while the key is held</source>
        <translation>按住时只看之后</translation>
    </message>
    <message>
        <source>Pixel values under the pointer</source>
        <translation>指针处的像素值</translation>
    </message>
    <message>
        <source>Most changed frame</source>
        <translation>改动最大的一帧</translation>
    </message>
    <message>
        <source>Least changed frame</source>
        <translation>改动最小的一帧</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>声音开或关</translation>
    </message>
    <message>
        <source>Sound of the other side</source>
        <translation>另一侧的声音</translation>
    </message>
    <message>
        <source>Grid: add a take</source>
        <translation>网格：添加成片</translation>
    </message>
    <message>
        <source>Grid: make the third one After</source>
        <translation>网格：将第三个设为之后</translation>
    </message>
    <message>
        <source>Grid: make the fourth one After</source>
        <translation>网格：将第四个设为之后</translation>
    </message>
    <message>
        <source>Grid: take After out</source>
        <translation>网格：移出之后</translation>
    </message>
    <message>
        <source>Grid: take the third one out</source>
        <translation>网格：移出第三个</translation>
    </message>
    <message>
        <source>Grid: take the fourth one out</source>
        <translation>网格：移出第四个</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Edit video by saying what to change.</source>
        <translation>说出要改什么，就能编辑视频。</translation>
    </message>
    <message>
        <source>Keep everything in DIR.</source>
        <translation>把所有数据存放在 DIR 中。</translation>
    </message>
    <message>
        <source>Language: en or zh_CN.</source>
        <translation>语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>The clip to open.</source>
        <translation>要打开的片段。</translation>
    </message>
    <message>
        <source>One clip at a time.</source>
        <translation>一次只能打开一个片段。</translation>
    </message>
    <message>
        <source>Compare two videos: retake --compare BEFORE AFTER.</source>
        <translation>比较两个视频：retake --compare 之前 之后。</translation>
    </message>
    <message>
        <source>Show the pictures alone, edge to edge; Esc leaves.</source>
        <translation>只显示画面，铺满窗口；按 Esc 离开。</translation>
    </message>
    <message>
        <source>--compare takes two videos: BEFORE and AFTER.</source>
        <translation>--compare 需要两个视频：之前和之后。</translation>
    </message>
    <message>
        <source>How to compare: single, side, wipe, difference, blink or grid.</source>
        <translation>比较方式：single、side、wipe、difference、blink 或 grid。</translation>
    </message>
    <message>
        <source>There is no view “%1”: single, side, wipe, difference, blink or grid.</source>
        <translation>没有视图“%1”：single、side、wipe、difference、blink 或 grid。</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Take %1</source>
        <translation>成片 %1</translation>
    </message>
</context>
<context>
    <name>retake::AccountDialog</name>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>In the system&apos;s keychain</source>
        <translation>存入系统密钥环</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>仅限本次使用</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除密钥</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>My own address</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>A key works only in the region where it was made</source>
        <translation>密钥只能在创建它的地域使用</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>The key is never written into Retake&apos;s own files or logs. The keychain is the one of your desktop; for this session means in memory, until Retake closes.</source>
        <translation>密钥绝不会写进 Retake 自己的文件或日志。系统密钥环由你的桌面环境提供；“仅限本次使用”是只放在内存里，关闭 Retake 后就没有了。</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>保存密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Asks the service whether key and region fit together; costs nothing</source>
        <translation>向服务确认密钥与地域是否匹配，不收费</translation>
    </message>
    <message>
        <source>A key is set; type to replace it</source>
        <translation>密钥已设置，输入新密钥可替换</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>正在询问服务…</translation>
    </message>
    <message>
        <source>Key and region fit together.</source>
        <translation>密钥与地域匹配。</translation>
    </message>
    <message>
        <source>Forgotten: the key is removed from the keychain and from memory.</source>
        <translation>已清除：密钥已从系统密钥环和内存中移除。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Where keys are made</source>
        <translation>在哪里创建密钥</translation>
    </message>
    <message>
        <source>The key comes from %1 in the environment. It is used as long as it is set there; what is saved here waits behind it.</source>
        <translation>密钥来自环境变量 %1。只要它还在就用它；这里保存的密钥排在它后面。</translation>
    </message>
</context>
<context>
    <name>retake::CanvasControl</name>
    <message>
        <source>Move After by frames</source>
        <translation>按帧移动之后</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>划像</translation>
    </message>
    <message>
        <source>Difference: amplification</source>
        <translation>差异：放大倍数</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Difference: shown as</source>
        <translation>差异：显示为</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Blink: turn</source>
        <translation>闪烁对比：切换</translation>
    </message>
    <message>
        <source>By hand, while %1 is held</source>
        <translation>手动，按住 %1 时</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>每 %1 秒</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
</context>
<context>
    <name>retake::CardEdit</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>retake::CardFoot</name>
    <message>
        <source>Remake again</source>
        <translation>再生成一次</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Show what went</source>
        <translation>显示去掉的词</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show the newest as After</source>
        <translation>把最新的显示为“之后”</translation>
    </message>
    <message>
        <source>Make another video from this description</source>
        <translation>按这个描述再生成一个视频</translation>
    </message>
    <message>
        <source>Write the description yourself</source>
        <translation>自己写描述</translation>
    </message>
    <message>
        <source>Back to the turn before. Nothing is removed.</source>
        <translation>回到上一轮。不会删除任何内容。</translation>
    </message>
    <message>
        <source>Forward to the newest turn that follows</source>
        <translation>前进到之后最新的一轮</translation>
    </message>
    <message numerus="yes">
        <source>made into a video · %n result(s)</source>
        <translation>
            <numerusform>已生成视频 · %n 个结果</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what went</source>
        <translation>隐藏去掉的词</translation>
    </message>
</context>
<context>
    <name>retake::CardNotes</name>
    <message>
        <source>Changed though nobody asked: %1</source>
        <translation>没有人要求却改了：%1</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>This part (%1) as it was before</source>
        <translation>把这一部分（%1）恢复原样</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
</context>
<context>
    <name>retake::CardParts</name>
    <message>
        <source>%1 is kept word for word</source>
        <translation>%1一字不改</translation>
    </message>
    <message>
        <source>Keep %1 word for word</source>
        <translation>让%1一字不改</translation>
    </message>
    <message>
        <source>Kept word for word. Click to let it change again.</source>
        <translation>一字不改。点击后可再改动。</translation>
    </message>
    <message>
        <source>Keep this part word for word in what follows</source>
        <translation>之后这一部分一字不改</translation>
    </message>
</context>
<context>
    <name>retake::ChangeBar</name>
    <message>
        <source>Most changed</source>
        <translation>改动最大</translation>
    </message>
    <message>
        <source>Least changed</source>
        <translation>改动最小</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>A new clip: its frames do not correspond to those of Before, so nothing is measured</source>
        <translation>这是一个新片段：各帧与之前并不对应，所以不作测量</translation>
    </message>
    <message>
        <source>Measuring what changed…</source>
        <translation>正在测量改动…</translation>
    </message>
    <message>
        <source>What changed could not be measured: %1</source>
        <translation>无法测量改动：%1</translation>
    </message>
</context>
<context>
    <name>retake::ChangeStrip</name>
    <message>
        <source>What changed, frame by frame</source>
        <translation>逐帧的改动</translation>
    </message>
</context>
<context>
    <name>retake::CompareCanvas</name>
    <message>
        <source>%1, frame %2 of %3</source>
        <translation>%1，第 %2 帧，共 %3 帧</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>After %1 f</source>
        <extracomment>the side is shown some frames later or earlier than its moment: &quot;After +2 f&quot;, f for frames</extracomment>
        <translation>之后 %1 帧</translation>
    </message>
    <message>
        <source>Third</source>
        <translation>第三</translation>
    </message>
    <message>
        <source>Fourth</source>
        <translation>第四</translation>
    </message>
    <message>
        <source>Drop a video here,
or click to add a take</source>
        <translation>将视频拖到这里，
或单击添加成片</translation>
    </message>
    <message>
        <source>Take “%1” out of the grid</source>
        <translation>将“%1”移出网格</translation>
    </message>
    <message>
        <source>Click to make it After</source>
        <translation>单击设为之后</translation>
    </message>
    <message>
        <source>Click to add a take</source>
        <translation>单击添加成片</translation>
    </message>
</context>
<context>
    <name>retake::CompareWindow</name>
    <message>
        <source>Show as Before</source>
        <translation>作为之前显示</translation>
    </message>
    <message>
        <source>Show as After</source>
        <translation>作为之后显示</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1 and %2 – Retake</source>
        <translation>%1 和 %2 – Retake</translation>
    </message>
    <message>
        <source>Compare with file…</source>
        <translation>与文件比较…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>播放区</translation>
    </message>
    <message>
        <source>Show here</source>
        <translation>在此显示</translation>
    </message>
</context>
<context>
    <name>retake::CropDialog</name>
    <message>
        <source>Shape</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整幅画面</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Crop image %1: %2</source>
        <translation>裁剪图%1：%2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Any shape</source>
        <translation>任意比例</translation>
    </message>
    <message>
        <source>As the clip</source>
        <translation>与片段相同</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Left edge in pixels</source>
        <translation>左边缘（像素）</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Upper edge in pixels</source>
        <translation>上边缘（像素）</translation>
    </message>
    <message>
        <source>W</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>H</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>%1 pixels, sent as %2</source>
        <translation>%1 像素，以 %2 发送</translation>
    </message>
</context>
<context>
    <name>retake::CropFrame</name>
    <message>
        <source>Piece of the picture</source>
        <translation>画面的一部分</translation>
    </message>
    <message>
        <source>Arrow keys move it, with Ctrl they change its size, Shift makes larger steps</source>
        <translation>方向键移动，按住 Ctrl 改变大小，按住 Shift 步子更大</translation>
    </message>
</context>
<context>
    <name>retake::DescriberMenu</name>
    <message>
        <source>Described by %1</source>
        <translation>由 %1 描述</translation>
    </message>
    <message>
        <source>See what is sent…</source>
        <translation>查看发送的内容…</translation>
    </message>
    <message>
        <source>Describe the clip again</source>
        <translation>重新描述视频</translation>
    </message>
    <message>
        <source>Described by</source>
        <translation>描述模型</translation>
    </message>
    <message>
        <source>Not offered in the region of your account</source>
        <translation>你的账户所在地区不提供</translation>
    </message>
    <message>
        <source>The clip is shown as</source>
        <translation>视频的展示方式</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Conversations about this clip</source>
        <translation>关于这个视频的对话</translation>
    </message>
    <message>
        <source>The clip&apos;s address</source>
        <translation>视频的网址</translation>
    </message>
    <message>
        <source>Where the service can fetch this clip (https://…):</source>
        <translation>服务可以从哪里获取这个视频（https://…）：</translation>
    </message>
</context>
<context>
    <name>retake::EmptyState</name>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>不到 %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Describe this clip</source>
        <translation>描述这个视频</translation>
    </message>
    <message>
        <source>A vision model describes what the clip shows. You say what should be different, it rewrites the description, and a new video is made from the words. Nothing is made before you ask for it.</source>
        <translation>视觉模型会描述视频里有什么。你说要有什么不同，它就改写描述，再按文字生成新视频。在你要求之前不会生成任何东西。</translation>
    </message>
    <message>
        <source>Open a video first</source>
        <translation>请先打开视频</translation>
    </message>
</context>
<context>
    <name>retake::ExportDialog</name>
    <message>
        <source>Each for</source>
        <translation>每段时长</translation>
    </message>
    <message>
        <source>Say which is which in the picture</source>
        <translation>在画面中标明之前和之后</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>导出对比</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Sweep from Before to After</source>
        <translation>从之前划到之后</translation>
    </message>
    <message>
        <source>Before and After in turn</source>
        <translation>之前和之后轮流</translation>
    </message>
    <message>
        <source>Of Before</source>
        <translation>之前的</translation>
    </message>
    <message>
        <source>Of After</source>
        <translation>之后的</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 compared with %2.mp4</source>
        <translation>%1 与 %2 对比.mp4</translation>
    </message>
    <message>
        <source>MP4 video (*.mp4)</source>
        <translation>MP4 视频 (*.mp4)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>This file is one of the two that are compared. Choose another name.</source>
        <translation>这个文件正是被比较的两个之一。请换一个名字。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>The two have no moment in common: nothing can be compared.</source>
        <translation>两者没有共同的时刻，无法比较。</translation>
    </message>
    <message>
        <source>Only the piece that is looped</source>
        <translation>仅循环的片段</translation>
    </message>
    <message>
        <source>Sweep from After to Before</source>
        <translation>从之后扫到之前</translation>
    </message>
    <message>
        <source>After and Before in turn</source>
        <translation>之后与之前交替</translation>
    </message>
</context>
<context>
    <name>retake::Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation>胶片条</translation>
    </message>
    <message>
        <source>Click to seek; I and O set the piece at the playhead; the wheel with Ctrl comes nearer</source>
        <translation>点击定位；I 和 O 以播放头设定入点和出点；Ctrl 加滚轮放大</translation>
    </message>
    <message>
        <source>Reading the clip…</source>
        <translation>正在读取片段…</translation>
    </message>
    <message>
        <source>This clip cannot be shown</source>
        <translation>无法显示这个片段</translation>
    </message>
    <message>
        <source>There are no pictures of this clip</source>
        <translation>没有这个片段的画面</translation>
    </message>
</context>
<context>
    <name>retake::FirstRunPage</name>
    <message>
        <source>Drop a video here</source>
        <translation>把视频拖到这里</translation>
    </message>
    <message>
        <source>MP4, MOV, MKV, WebM … any length. Retake trims and converts it to what the engine takes.</source>
        <translation>MP4、MOV、MKV、WebM 等，长短不限。Retake 会裁剪并转换成引擎支持的格式。</translation>
    </message>
    <message>
        <source>Open video…</source>
        <translation>打开视频…</translation>
    </message>
    <message>
        <source>Try the sample clip</source>
        <translation>试试示例片段</translation>
    </message>
    <message>
        <source>1 · Pick a clip</source>
        <translation>1 · 选片段</translation>
    </message>
    <message>
        <source>Trim it on the filmstrip</source>
        <translation>在胶片条上裁剪</translation>
    </message>
    <message>
        <source>2 · Say what to change</source>
        <translation>2 · 说要改什么</translation>
    </message>
    <message>
        <source>Add up to four images</source>
        <translation>最多可加四张图片</translation>
    </message>
    <message>
        <source>3 · Compare and save</source>
        <translation>3 · 对比并保存</translation>
    </message>
    <message>
        <source>Frame by frame, side by side</source>
        <translation>逐帧并排查看</translation>
    </message>
</context>
<context>
    <name>retake::GeneratorForm</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>生成数量</translation>
    </message>
    <message>
        <source>So many videos of the same description, each its own task</source>
        <translation>同一描述生成几个视频，各是一个任务</translation>
    </message>
    <message>
        <source>Not offered in the region of your account</source>
        <translation>你的账户所在地区不提供</translation>
    </message>
</context>
<context>
    <name>retake::GridControl</name>
    <message>
        <source>Takes in the grid</source>
        <translation>网格中的成片</translation>
    </message>
    <message>
        <source>It is in the grid as Before</source>
        <translation>它已作为之前在网格中</translation>
    </message>
    <message>
        <source>It is in the grid as After</source>
        <translation>它已作为之后在网格中</translation>
    </message>
    <message>
        <source>The grid is full: take one out first</source>
        <translation>网格已满：请先移出一个</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
</context>
<context>
    <name>retake::HeaderBar</name>
    <message>
        <source>Retake</source>
        <translation>Retake</translation>
    </message>
    <message>
        <source>Open video…</source>
        <translation>打开视频…</translation>
    </message>
    <message>
        <source>Open a video (Ctrl+O), or drop one anywhere</source>
        <translation>打开视频 (Ctrl+O)，或拖到窗口任意位置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>账户…</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Engine: %1. Opens the account</source>
        <translation>引擎：%1。点击打开账户</translation>
    </message>
    <message>
        <source>Edits are made on this computer by simple filters, to try things out. Click to set up an account.</source>
        <translation>编辑用这台电脑上的简单滤镜完成，供你试用。点击设置账户。</translation>
    </message>
    <message>
        <source>Edits are made by this service, and charged by it. Click for the account.</source>
        <translation>编辑由这个服务完成，并由它收费。点击打开账户。</translation>
    </message>
</context>
<context>
    <name>retake::ImageChips</name>
    <message>
        <source>Image %1</source>
        <translation>图%1</translation>
    </message>
</context>
<context>
    <name>retake::ImportDialog</name>
    <message>
        <source>Account…</source>
        <translation>账户…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import from the service</source>
        <translation>从服务导入</translation>
    </message>
    <message>
        <source>Tasks at the service</source>
        <translation>服务中的任务</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Number of the task at the service</source>
        <translation>任务在服务中的编号</translation>
    </message>
    <message>
        <source>Or the task&apos;s number, as the service&apos;s console shows it</source>
        <translation>或输入服务控制台中显示的任务编号</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is no account yet, so these are the practice service&apos;s tasks. Set up your account to see what the service has of yours.</source>
        <translation>还没有账户，因此这些是练习服务的任务。设置账户后可查看服务中您的任务。</translation>
    </message>
    <message>
        <source>These are your tasks of the last 24 hours, whatever program made them. Importing costs nothing; the take comes into the library.</source>
        <translation>这些是您最近 24 小时的任务，无论由哪个程序创建。导入不收费；成片会进入资料库。</translation>
    </message>
    <message>
        <source>Asking the service for its tasks…</source>
        <translation>正在向服务查询任务…</translation>
    </message>
    <message>
        <source>Asking for the instructions…</source>
        <translation>正在查询指令…</translation>
    </message>
    <message>
        <source>The service has no tasks of the last 24 hours.</source>
        <translation>服务中没有最近 24 小时的任务。</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>渲染中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>no longer kept</source>
        <translation>已不再保留</translation>
    </message>
    <message>
        <source>already in the library</source>
        <translation>已在资料库中</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>正在获取…</translation>
    </message>
    <message>
        <source>That is no number of a task. It looks like 0385dc79-5ff8-4d82-bcb6-7a3b1c9d2e4f.</source>
        <translation>这不是任务编号。编号形如 0385dc79-5ff8-4d82-bcb6-7a3b1c9d2e4f。</translation>
    </message>
</context>
<context>
    <name>retake::InstructionEdit</name>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Say what to change, and what to keep. For example: “Turn the picture into watercolour, keep the movement.”</source>
        <translation>说说要改什么、保留什么。例如：“把画面变成水彩画，动作保持不变。”</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>retake::KeepForm</name>
    <message>
        <source>Nothing but the words</source>
        <translation>只按文字</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>首帧</translation>
    </message>
    <message>
        <source>First and last frame</source>
        <translation>首帧和尾帧</translation>
    </message>
    <message>
        <source>A frame I edited…</source>
        <translation>我改过的画面…</translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>The clip’s sound</source>
        <translation>视频的原声</translation>
    </message>
    <message>
        <source>Keep of the source</source>
        <translation>保留原片的</translation>
    </message>
    <message>
        <source>Save the first frame…</source>
        <translation>保存首帧…</translation>
    </message>
    <message>
        <source>To change it in a picture editor, and bring it back as “A frame I edited”</source>
        <translation>可在图片编辑软件中修改，再作为“我改过的画面”用回来</translation>
    </message>
    <message>
        <source>%1 (suggested)</source>
        <translation>%1（建议）</translation>
    </message>
    <message>
        <source>Suggested for what you said: %1</source>
        <translation>根据你说的内容建议：%1</translation>
    </message>
    <message>
        <source>Choose the frame that you edited</source>
        <translation>选择你改过的画面</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the first frame</source>
        <translation>保存首帧</translation>
    </message>
    <message>
        <source>JPEG picture (*.jpg)</source>
        <translation>JPEG 图片 (*.jpg)</translation>
    </message>
    <message>
        <source>first frame.jpg</source>
        <translation>首帧.jpg</translation>
    </message>
</context>
<context>
    <name>retake::MainWindow</name>
    <message>
        <source>Retake</source>
        <translation>Retake</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Run the edit</source>
        <translation>开始编辑</translation>
    </message>
    <message>
        <source>Save the take shown</source>
        <translation>保存当前显示的成片</translation>
    </message>
    <message>
        <source>Paste a video or images</source>
        <translation>粘贴视频或图片</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Practice service · offline, no AI</source>
        <translation>练习服务 · 离线，不用 AI</translation>
    </message>
    <message>
        <source>%1 – Retake</source>
        <translation>%1 – Retake</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
    <message>
        <source>The language changes when Retake is started again.</source>
        <translation>重新启动 Retake 后，语言才会改变。</translation>
    </message>
    <message>
        <source>See what will be sent</source>
        <translation>查看将发送的内容</translation>
    </message>
    <message>
        <source>Import from the service</source>
        <translation>从服务导入</translation>
    </message>
</context>
<context>
    <name>retake::MakeBox</name>
    <message>
        <source>Shorten</source>
        <translation>缩短</translation>
    </message>
    <message>
        <source>Asks for the same in fewer words. You see the answer as a turn of its own.</source>
        <translation>让它用更少的字说同样的内容。回答会作为单独的一轮显示。</translation>
    </message>
    <message>
        <source>Make this video</source>
        <translation>生成这个视频</translation>
    </message>
    <message>
        <source>Make a video from the description (Ctrl+Enter)</source>
        <translation>按描述生成视频（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Video settings</source>
        <translation>视频设置</translation>
    </message>
    <message>
        <source>Model, length, size, and what is kept of the source</source>
        <translation>模型、时长、尺寸，以及保留原片的什么</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>The practice service runs on this computer. Nothing is sent, nothing is charged.</source>
        <translation>练习服务在这台电脑上运行。不发送任何内容，也不收费。</translation>
    </message>
    <message>
        <source>An estimate by the price list of %1</source>
        <translation>按 %1 的价目估算</translation>
    </message>
    <message>
        <source>Keeps: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> · suggested: %1</source>
        <translation> · 建议：%1</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 / %2 个字符</translation>
    </message>
    <message>
        <source>The length of the description, and what this model takes</source>
        <translation>描述的长度，以及这个模型接受的长度</translation>
    </message>
    <message numerus="yes">
        <source>The description is %n character(s) too long for this model.</source>
        <translation>
            <numerusform>描述对这个模型来说多了 %n 个字符。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>retake::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Act on the message</source>
        <translation>处理这条消息</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>画面已在剪贴板中。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>retake::ModeBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the take</source>
        <translation>保存成片</translation>
    </message>
    <message>
        <source>Save the take that is shown as After</source>
        <translation>保存“之后”一侧的成片</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export pictures and comparisons</source>
        <translation>导出画面和对比</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Zoom, sides, and what the view modes can do</source>
        <translation>缩放、左右以及各视图的选项</translation>
    </message>
    <message>
        <source>Add to grid</source>
        <translation>加入网格</translation>
    </message>
    <message>
        <source>Add takes to the grid</source>
        <translation>将成片加入网格</translation>
    </message>
    <message>
        <source>Choose which takes play beside Before and After (Ins)</source>
        <translation>选择与之前和之后一同播放的成片 (Ins)</translation>
    </message>
</context>
<context>
    <name>retake::MomentEdit</name>
    <message>
        <source>%1 f%2</source>
        <translation>%1 f%2</translation>
    </message>
</context>
<context>
    <name>retake::OptionalSpin</name>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>retake::OptionsForm</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>生成数量</translation>
    </message>
    <message>
        <source>So many takes of the same order, each its own task</source>
        <translation>用同一指令生成多个成片，每个都是单独的任务</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>要避免的内容</translation>
    </message>
    <message>
        <source>What should not appear</source>
        <translation>不想出现的内容</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>避免</translation>
    </message>
    <message>
        <source>what to avoid</source>
        <translation>要避免的内容</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>画面适配</translation>
    </message>
    <message>
        <source>Keep the shape</source>
        <translation>保持比例</translation>
    </message>
    <message>
        <source>The picture is sent in the shape that it has</source>
        <translation>按画面原有比例发送</translation>
    </message>
    <message>
        <source>Add bars</source>
        <translation>加黑边</translation>
    </message>
    <message>
        <source>The whole picture is sent, with bars beside it or above and below</source>
        <translation>发送完整画面，两侧或上下加黑边</translation>
    </message>
    <message>
        <source>Crop to fill</source>
        <translation>裁剪填满</translation>
    </message>
    <message>
        <source>The middle of the picture is sent; what hangs over is cut off</source>
        <translation>发送画面的中间部分，超出的部分裁掉</translation>
    </message>
    <message>
        <source>What happens to a picture of another shape</source>
        <translation>画面比例不同时如何处理</translation>
    </message>
</context>
<context>
    <name>retake::OrderPanel</name>
    <message>
        <source>Edit from</source>
        <translation>编辑起点</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>The version that the next edit starts from</source>
        <translation>下一次编辑从哪个版本开始</translation>
    </message>
    <message>
        <source>Instructions you have sent appear here</source>
        <translation>发送过的指令会出现在这里</translation>
    </message>
    <message>
        <source>Source clip</source>
        <translation>原片</translation>
    </message>
</context>
<context>
    <name>retake::PictureList</name>
    <message>
        <source>Add an image…</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Choose reference images</source>
        <translation>选择参考图</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>retake::PicturesAlone</name>
    <message>
        <source>The pictures alone</source>
        <translation>仅显示画面</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>返回窗口</translation>
    </message>
</context>
<context>
    <name>retake::QueueHead</name>
    <message>
        <source>Paused: nothing new is sent</source>
        <translation>已暂停：不发送新任务</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
    </message>
    <message>
        <source>More about the queue</source>
        <translation>队列的更多操作</translation>
    </message>
    <message>
        <source>Fold the queue</source>
        <translation>折叠队列</translation>
    </message>
    <message>
        <source>Nothing new is sent; what the service has is fetched all the same</source>
        <translation>不发送新任务；服务已有的结果仍会获取</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>全部开始</translation>
    </message>
    <message>
        <source>Starts what waits for a click, but not what you have paused</source>
        <translation>启动等待单击的任务，但不包括您暂停的</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败的</translation>
    </message>
    <message>
        <source>Tries all that failed again, oldest first</source>
        <translation>重试所有失败的任务，最早的优先</translation>
    </message>
    <message>
        <source>Removes what has ended from the list; the takes themselves stay</source>
        <translation>从列表移除已结束的任务；成片本身保留</translation>
    </message>
    <message>
        <source>Import from the service…</source>
        <translation>从服务导入…</translation>
    </message>
    <message>
        <source>Fetches a task that the service has and the library does not</source>
        <translation>获取服务中有而资料库中没有的任务</translation>
    </message>
    <message>
        <source>Export the queue…</source>
        <translation>导出队列…</translation>
    </message>
    <message>
        <source>Writes the orders that were not sent yet into a file</source>
        <translation>将尚未发送的订单写入文件</translation>
    </message>
    <message>
        <source>Import a queue…</source>
        <translation>导入队列…</translation>
    </message>
    <message>
        <source>Adds the orders of such a file; each waits for a click</source>
        <translation>添加此类文件中的订单；每个都等待单击</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Need you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Search the instructions</source>
        <translation>搜索指令</translation>
    </message>
    <message>
        <source>Unfold the queue</source>
        <translation>展开队列</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 个等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n 个需要您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation>
            <numerusform>%n 个已完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet. Edits appear here with their progress, and stay after a restart.</source>
        <translation>还没有任务。编辑会连同进度显示在这里，重启后仍然保留。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Retry failed (%1)</source>
        <translation>重试失败的 (%1)</translation>
    </message>
</context>
<context>
    <name>retake::QueueList</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>retake::QueuePanel</name>
    <message>
        <source>Send it again?</source>
        <translation>要重新发送吗？</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>The receipt of task %1 is in the clipboard.</source>
        <translation>任务 %1 的收据已在剪贴板中。</translation>
    </message>
    <message>
        <source>Remove it?</source>
        <translation>要移除它吗？</translation>
    </message>
    <message>
        <source>The service has its result, which is charged. Without this row Retake does not fetch it any more.</source>
        <translation>服务有它的结果，且已扣费。没有这一行，Retake 将不再获取它。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The service may already have this order: its reply was lost. If it is sent again, it may be charged twice.</source>
        <translation>服务可能已收到此订单：它的回复丢失了。如果重新发送，可能会重复扣费。</translation>
    </message>
    <message>
        <source>Mark it as lost?</source>
        <translation>标记为丢失？</translation>
    </message>
    <message>
        <source>Retake stops looking for it. It may have been charged all the same; should it turn up in the service&apos;s console, it can still be imported by its number.</source>
        <translation>Retake 将停止查找它。它仍可能已扣费；如果它出现在服务的控制台中，仍可按编号导入。</translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation>标记为丢失</translation>
    </message>
    <message>
        <source>Export the queue</source>
        <translation>导出队列</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 个订单写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What was not sent yet, and what failed; nothing left the queue.</source>
        <translation>尚未发送的和失败的任务；队列没有任何变动。</translation>
    </message>
    <message>
        <source>Import a queue</source>
        <translation>导入队列</translation>
    </message>
    <message>
        <source>“%1” was written by a newer Retake.</source>
        <translation>“%1”由更新版本的 Retake 写成。</translation>
    </message>
    <message>
        <source>“%1” is no queue that can be read.</source>
        <translation>“%1”不是可读取的队列文件。</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>没有添加任何内容。</translation>
    </message>
    <message>
        <source>number %1: %2</source>
        <translation>第 %1 个：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out – %1</source>
        <translation>
            <numerusform>略去 %n 个 – %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) added from %1</source>
        <translation>
            <numerusform>已从 %1 添加 %n 个订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Each waits for your click.</source>
        <translation>每个都等待您单击。</translation>
    </message>
    <message>
        <source>Queues (*.json)</source>
        <translation>队列 (*.json)</translation>
    </message>
</context>
<context>
    <name>retake::QueueRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>从队列中移除</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Remove from the queue: %1</source>
        <translation>从队列中移除：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>更多：%1</translation>
    </message>
</context>
<context>
    <name>retake::ReferenceRow</name>
    <message>
        <source>Reference images</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Choose reference images</source>
        <translation>选择参考图</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
</context>
<context>
    <name>retake::ReferenceSlot</name>
    <message>
        <source>Remove reference image %1</source>
        <translation>移除参考图 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reference image %1, empty</source>
        <translation>参考图 %1，空</translation>
    </message>
    <message>
        <source>Add a reference image: click, drop or paste</source>
        <translation>添加参考图：点击、拖入或粘贴</translation>
    </message>
    <message>
        <source>Reference image %1: %2</source>
        <translation>参考图 %1：%2</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>图%1</translation>
    </message>
    <message>
        <source>Choose an image…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Choose another image…</source>
        <translation>换一张图片…</translation>
    </message>
    <message>
        <source>Mention it in the instruction</source>
        <translation>在指令中引用</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Crop reference image %1</source>
        <translation>裁剪参考图 %1</translation>
    </message>
    <message>
        <source>Crop… (C)</source>
        <translation>裁剪… (C)</translation>
    </message>
    <message>
        <source>a picture in the address itself</source>
        <translation>直接写在地址里的图片</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The service fetches it from there; it is not read here</source>
        <translation>由服务从那里获取；这里不读取</translation>
    </message>
    <message>
        <source>Before sending: %1</source>
        <translation>发送前：%1</translation>
    </message>
    <message>
        <source>Click to choose another, C to crop, drag to reorder, Delete to remove</source>
        <translation>点击更换，按 C 裁剪，拖动排序，按 Delete 移除</translation>
    </message>
    <message>
        <source>Click to choose another, drag to reorder, Delete to remove</source>
        <translation>点击更换，拖动排序，按 Delete 移除</translation>
    </message>
    <message>
        <source>Crop…</source>
        <translation>裁剪…</translation>
    </message>
</context>
<context>
    <name>retake::RemakeDraft</name>
    <message>
        <source>Only the words are kept: who and what is seen, the place and the camera are all made anew.</source>
        <translation>只保留文字：人和物、地点、镜头都会重新生成。</translation>
    </message>
    <message>
        <source>Subject, place and colours stay as in the first frame; what happens after it may change.</source>
        <translation>主体、地点和颜色与首帧相同；之后发生的事可能不同。</translation>
    </message>
    <message>
        <source>Both ends stay as in the clip; the way from one to the other may change.</source>
        <translation>首尾与原片相同；中间的过程可能不同。</translation>
    </message>
    <message>
        <source>What your picture shows stays as it is there; what happens after it may change.</source>
        <translation>保持你的图片中的样子；之后发生的事可能不同。</translation>
    </message>
    <message>
        <source>The subject stays as in the pictures; place, light and camera may change.</source>
        <translation>主体与图片相同；地点、光线和镜头可能不同。</translation>
    </message>
    <message>
        <source>The clip&apos;s sound stays, fitted to the new length; it may not fit what is seen.</source>
        <translation>保留原声并适配新的时长；可能与画面不合。</translation>
    </message>
</context>
<context>
    <name>retake::RemakePanel</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Open a video first</source>
        <translation>请先打开视频</translation>
    </message>
    <message>
        <source>Wait for the answer, or stop it</source>
        <translation>请等待回答，或停止</translation>
    </message>
    <message>
        <source>The clip is described first</source>
        <translation>先描述视频</translation>
    </message>
</context>
<context>
    <name>retake::RunBox</name>
    <message>
        <source>Open a video first</source>
        <translation>请先打开视频</translation>
    </message>
    <message>
        <source>%1 in + %2 out</source>
        <translation>输入 %1 + 输出 %2</translation>
    </message>
    <message>
        <source>%1 in + %2 out at %3</source>
        <translation>输入 %1 + 输出 %2，%3</translation>
    </message>
    <message>
        <source>%1 × (%2 in + %3 out)</source>
        <translation>%1 × (输入 %2 + 输出 %3)</translation>
    </message>
    <message>
        <source>%1 × (%2 in + %3 out) at %4</source>
        <translation>%1 × (输入 %2 + 输出 %3)，%4</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Before sending: %1</source>
        <translation>发送前：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The practice service runs on this computer. Nothing is sent, nothing is charged.</source>
        <translation>练习服务在这台电脑上运行。不发送任何内容，也不收费。</translation>
    </message>
    <message>
        <source>An estimate by the price list of %1; the service bills by the seconds that it measures.</source>
        <translation>按 %1 的价目表估算；服务按它测得的秒数计费。</translation>
    </message>
    <message>
        <source>What will be sent…</source>
        <translation>将发送的内容…</translation>
    </message>
    <message>
        <source>See the file, the images and the words that go out, and where they go (Ctrl+I)</source>
        <translation>查看将发出的文件、图片和文字，以及发往何处 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Save task</source>
        <translation>保存任务</translation>
    </message>
    <message>
        <source>Save the task (Ctrl+Enter)</source>
        <translation>保存任务 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>retake::RunButton</name>
    <message>
        <source>Run edit</source>
        <translation>开始编辑</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Run the edit (Ctrl+Enter)</source>
        <translation>开始编辑 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>retake::SaidBubble</name>
    <message>
        <source>Sent in English: %1</source>
        <translation>以英文发送：%1</translation>
    </message>
</context>
<context>
    <name>retake::SayBox</name>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>What should change next</source>
        <translation>接下来要改什么</translation>
    </message>
    <message>
        <source>Change the purple parrot to a white parrot.</source>
        <translation>把紫色鹦鹉换成白色鹦鹉。</translation>
    </message>
    <message>
        <source>Change the background to a rainy forest.</source>
        <translation>把背景换成雨中的森林。</translation>
    </message>
    <message>
        <source>Make it a snowy evening with warm light.</source>
        <translation>改成有暖光的雪夜。</translation>
    </message>
    <message>
        <source>Let the camera move in slowly.</source>
        <translation>让镜头慢慢推近。</translation>
    </message>
    <message>
        <source>What should change next? (English; other languages are translated first)</source>
        <translation>接下来要改什么？（英文；其他语言会先翻译）</translation>
    </message>
    <message>
        <source>What should change next?</source>
        <translation>接下来要改什么？</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送（Enter）</translation>
    </message>
</context>
<context>
    <name>retake::SendingDialog</name>
    <message>
        <source>What will be sent</source>
        <translation>将发送的内容</translation>
    </message>
    <message>
        <source>Run the edit</source>
        <translation>开始编辑</translation>
    </message>
    <message>
        <source>The clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>The clip&apos;s address</source>
        <translation>片段的地址</translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>The instruction as it is sent</source>
        <translation>将发送的指令</translation>
    </message>
    <message>
        <source>What to avoid, as it is sent</source>
        <translation>将发送的要避免的内容</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>要避免的内容</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>发往何处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Run edit</source>
        <translation>开始编辑</translation>
    </message>
    <message>
        <source>Run the edit (Ctrl+Enter)</source>
        <translation>开始编辑 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>It has not been made.</source>
        <translation>还没有生成。</translation>
    </message>
    <message>
        <source>It is being made.</source>
        <translation>正在生成。</translation>
    </message>
    <message>
        <source>It cannot be made.</source>
        <translation>无法生成。</translation>
    </message>
    <message>
        <source>The service fetches this address itself:</source>
        <translation>由服务自行获取这个地址：</translation>
    </message>
    <message>
        <source>Nothing is changed: your file is sent as it is.</source>
        <translation>没有任何改动：文件原样发送。</translation>
    </message>
    <message>
        <source>It was made anew; nothing of what is seen or heard is changed.</source>
        <translation>文件重新生成过；画面和声音都没有改动。</translation>
    </message>
    <message>
        <source>There is no instruction yet.</source>
        <translation>还没有指令。</translation>
    </message>
    <message>
        <source>No words are sent: the images alone.</source>
        <translation>不发送文字，只发送图片。</translation>
    </message>
    <message>
        <source>The price depends on the clip&apos;s length, which is not known here.</source>
        <translation>价格取决于片段的时长，这里无法得知。</translation>
    </message>
</context>
<context>
    <name>retake::SendingStage</name>
    <message>
        <source>Making the file that will be sent…</source>
        <translation>正在生成将发送的文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The file has not been made.</source>
        <translation>文件还没有生成。</translation>
    </message>
    <message>
        <source>Nothing was sent. It can be made again at any time.</source>
        <translation>什么都没有发送，随时可以重新生成。</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>将发送的内容</translation>
    </message>
    <message>
        <source>This clip lies at an address of its own.</source>
        <translation>这个片段在一个网络地址上。</translation>
    </message>
    <message>
        <source>The service fetches it from there itself; it is not read here, and nothing of it is changed.</source>
        <translation>由服务自行从那里获取；这里不读取，也不作任何改动。</translation>
    </message>
    <message>
        <source>Show me where</source>
        <translation>告诉我在哪里</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>retake::SentImages</name>
    <message>
        <source>Image %1</source>
        <translation>图%1</translation>
    </message>
    <message>
        <source>Sent inside the order, as it is</source>
        <translation>原样随请求一起发送</translation>
    </message>
    <message>
        <source>The service fetches this address itself</source>
        <translation>由服务自行获取这个地址</translation>
    </message>
    <message>
        <source>%1 × %2 · %3</source>
        <translation>%1 × %2 · %3</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>retake::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>retake::ShownDialog</name>
    <message>
        <source>What is sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 is told this address, and fetches the video from there:</source>
        <translation>%1 会得到这个网址，并从那里获取视频：</translation>
    </message>
    <message>
        <source>A small video of the clip is being made…</source>
        <translation>正在制作小视频…</translation>
    </message>
    <message>
        <source>%1 is sent a small silent video of the clip (%2), inside the request.</source>
        <translation>%1 会在请求中收到一个无声的小视频（%2）。</translation>
    </message>
    <message>
        <source>The pictures are being taken…</source>
        <translation>正在截取画面…</translation>
    </message>
    <message>
        <source>%1 is sent these %2 pictures of the clip and their times, inside the request. Sound is not sent.</source>
        <translation>%1 会在请求中收到这 %2 张画面和它们的时间。不发送声音。</translation>
    </message>
    <message>
        <source>Nothing is ready to be sent.</source>
        <translation>还没有可发送的内容。</translation>
    </message>
    <message>
        <source>Price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>One description: %1</source>
        <translation>描述一次：%1</translation>
    </message>
</context>
<context>
    <name>retake::SidePanel</name>
    <message>
        <source>Edit directly</source>
        <translation>直接编辑</translation>
    </message>
    <message>
        <source>The clip itself is sent, with an instruction what to change in it</source>
        <translation>发送视频本身，并附上修改指令</translation>
    </message>
    <message>
        <source>Describe &amp;&amp; remake</source>
        <translation>描述并重做</translation>
    </message>
    <message>
        <source>The clip is described, you change the description, and a new video is made from it</source>
        <translation>先描述视频，你修改描述，再按它生成新视频</translation>
    </message>
    <message>
        <source>Describe and remake</source>
        <translation>描述并重做</translation>
    </message>
</context>
<context>
    <name>retake::SoundButton</name>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>没有设备</translation>
    </message>
    <message>
        <source>Before: none</source>
        <translation>之前：无</translation>
    </message>
    <message>
        <source>After: none</source>
        <translation>之后：无</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Sound of Before</source>
        <translation>之前的声音</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>声音已开</translation>
    </message>
    <message>
        <source>Sound of After</source>
        <translation>之后的声音</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>声音已关</translation>
    </message>
    <message>
        <source>♪ %1</source>
        <translation>♪ %1</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>声音：%1</translation>
    </message>
    <message>
        <source>There is no sound device. The picture plays without sound.</source>
        <translation>没有声音设备，画面将无声播放。</translation>
    </message>
    <message>
        <source>Whose sound is heard (U), or none (M)</source>
        <translation>听哪一侧的声音 (U)，或静音 (M)</translation>
    </message>
</context>
<context>
    <name>retake::Stage</name>
    <message>
        <source>Source</source>
        <translation>原片</translation>
    </message>
    <message>
        <source>Open as clip</source>
        <translation>作为片段打开</translation>
    </message>
    <message>
        <source>Compare with this</source>
        <translation>与它比较</translation>
    </message>
    <message>
        <source>Compare with file…</source>
        <translation>与文件比较…</translation>
    </message>
    <message>
        <source>Show here</source>
        <translation>在此显示</translation>
    </message>
</context>
<context>
    <name>retake::TakeSaving</name>
    <message>
        <source>What is shown as After is a file of yours.</source>
        <translation>作为之后显示的是您自己的文件。</translation>
    </message>
    <message>
        <source>Choose a take as After to save it.</source>
        <translation>请将成片选为之后再保存。</translation>
    </message>
    <message>
        <source>There is no take to save yet.</source>
        <translation>还没有可保存的成片。</translation>
    </message>
    <message>
        <source>Say what to change and run the edit; the take can be saved then.</source>
        <translation>请说明要更改什么并运行编辑；之后就能保存成片。</translation>
    </message>
</context>
<context>
    <name>retake::TaskEdit</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Puts what is set here in the place of the task&apos;s order</source>
        <translation>用此处的设置替换任务的订单</translation>
    </message>
    <message>
        <source>Leaves the task as it was</source>
        <translation>任务保持原样</translation>
    </message>
    <message>
        <source>Editing task %1</source>
        <translation>正在编辑任务 %1</translation>
    </message>
</context>
<context>
    <name>retake::TransportBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>/ %1 · frame %2 of %3</source>
        <translation>/ %1 · 第 %2 帧，共 %3 帧</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>播放速度 %1</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>播放速度</translation>
    </message>
</context>
<context>
    <name>retake::TrimBar</name>
    <message>
        <source>In</source>
        <translation>入点</translation>
    </message>
    <message>
        <source>Where the piece begins: a time such as 1:02.5 or 62.5, or f1500 for a frame</source>
        <translation>从哪里开始：时间如 1:02.5 或 62.5，或用 f1500 表示帧</translation>
    </message>
    <message>
        <source>Begin of the piece</source>
        <translation>入点</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出点</translation>
    </message>
    <message>
        <source>Where the piece ends: a time such as 1:02.5 or 62.5, or f1500 for its last frame</source>
        <translation>到哪里结束：时间如 1:02.5 或 62.5，或用 f1500 表示最后一帧</translation>
    </message>
    <message>
        <source>End of the piece</source>
        <translation>出点</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>How long the piece is: seconds such as 5 or 2.5, or f90 for 90 frames</source>
        <translation>这一段有多长：秒数如 5 或 2.5，或用 f90 表示 90 帧</translation>
    </message>
    <message>
        <source>Length of the piece</source>
        <translation>这一段的时长</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>More about the piece</source>
        <translation>更多片段操作</translation>
    </message>
</context>
<context>
    <name>retake::TrimControl</name>
    <message>
        <source>Piece of %1 s around the playhead</source>
        <translation>以播放头为中心取 %1 秒</translation>
    </message>
    <message>
        <source>Longest piece around the playhead: %1 s</source>
        <translation>以播放头为中心取最长一段：%1 秒</translation>
    </message>
    <message>
        <source>Next piece of %1 s</source>
        <translation>下一段 %1 秒</translation>
    </message>
    <message>
        <source>Previous piece of %1 s</source>
        <translation>上一段 %1 秒</translation>
    </message>
    <message>
        <source>Loop the piece</source>
        <translation>循环播放这一段</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Type 1:02.5 or f1500</source>
        <translation>请输入 1:02.5 或 f1500</translation>
    </message>
</context>
<context>
    <name>retake::TrimGrip</name>
    <message>
        <source>Begin of the piece</source>
        <translation>入点</translation>
    </message>
    <message>
        <source>The piece</source>
        <translation>所选一段</translation>
    </message>
    <message>
        <source>End of the piece</source>
        <translation>出点</translation>
    </message>
    <message>
        <source>The arrow keys move it by a frame, with Shift by ten, with Ctrl by a second</source>
        <translation>方向键移动一帧，按住 Shift 移动十帧，按住 Ctrl 移动一秒</translation>
    </message>
</context>
<context>
    <name>retake::TurnCard</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The other way before</source>
        <translation>前一个分支</translation>
    </message>
    <message>
        <source>The other way after</source>
        <translation>后一个分支</translation>
    </message>
    <message>
        <source>More about this turn</source>
        <translation>这一轮的更多操作</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop waiting for the answer. It may be charged all the same.</source>
        <translation>停止等待回答。仍可能扣费。</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <source>Edit the description</source>
        <translation>编辑描述</translation>
    </message>
    <message>
        <source>Remake again</source>
        <translation>再生成一次</translation>
    </message>
    <message>
        <source>Make a video of it</source>
        <translation>按它生成视频</translation>
    </message>
    <message>
        <source>Hide what went</source>
        <translation>隐藏去掉的词</translation>
    </message>
    <message>
        <source>Show what went</source>
        <translation>显示去掉的词</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Fold the text</source>
        <translation>折叠文字</translation>
    </message>
    <message>
        <source>Show it part by part</source>
        <translation>逐部分显示</translation>
    </message>
</context>
<context>
    <name>retake::TurnList</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Making a small video of the clip…</source>
        <translation>正在制作小视频…</translation>
    </message>
    <message>
        <source>Taking pictures of the clip…</source>
        <translation>正在截取画面…</translation>
    </message>
    <message>
        <source>Translating what you said…</source>
        <translation>正在翻译你说的话…</translation>
    </message>
    <message>
        <source>%1 is answering…</source>
        <translation>%1 正在回答…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier turn(s)</source>
        <translation>
            <numerusform>显示之前的 %n 轮</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>retake::VersionModel</name>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>next edit starts here</source>
        <translation>下次编辑的起点</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原片</translation>
    </message>
</context>
<context>
    <name>retake::VersionsPanel</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Show as After</source>
        <translation>显示为“之后”</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>单独显示</translation>
    </message>
    <message>
        <source>Show as Before</source>
        <translation>显示为“之前”</translation>
    </message>
    <message>
        <source>Start the next edit from here</source>
        <translation>从这里开始下一次编辑</translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>取消保留</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove this take?</source>
        <translation>要移除这个成片吗？</translation>
    </message>
    <message>
        <source>“%1” and its file are deleted. This cannot be undone.</source>
        <translation>“%1”和它的文件会被删除，无法恢复。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take out of the grid</source>
        <translation>移出网格</translation>
    </message>
    <message>
        <source>Show in grid</source>
        <translation>在网格中显示</translation>
    </message>
    <message>
        <source>The grid is full: take one out first</source>
        <translation>网格已满：请先移出一个</translation>
    </message>
</context>
<context>
    <name>retake::ViewerOutput</name>
    <message>
        <source>Export the comparison as a video…</source>
        <translation>把对比导出为视频…</translation>
    </message>
    <message>
        <source>Save the pictures shown…</source>
        <translation>保存显示的画面…</translation>
    </message>
    <message>
        <source>Save the picture of Before…</source>
        <translation>保存之前的画面…</translation>
    </message>
    <message>
        <source>Save the picture of After…</source>
        <translation>保存之后的画面…</translation>
    </message>
    <message>
        <source>Copy the pictures shown</source>
        <translation>复制显示的画面</translation>
    </message>
    <message>
        <source>Copy the picture of Before</source>
        <translation>复制之前的画面</translation>
    </message>
    <message>
        <source>Copy the picture of After</source>
        <translation>复制之后的画面</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存画面</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>%1 frame %2.png</source>
        <translation>%1 第 %2 帧.png</translation>
    </message>
</context>
<context>
    <name>retake::ZoomButton</name>
    <message>
        <source>Zoom; the wheel on the pictures does the same</source>
        <translation>缩放；在画面上滚动滚轮也一样</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>画面适配</translation>
    </message>
    <message>
        <source>%1: actual pixels</source>
        <translation>%1：实际像素</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom: %1</source>
        <translation>缩放：%1</translation>
    </message>
</context>
<context>
    <name>retake::cli::Follower</name>
    <message>
        <source>Task %1: %2 %3</source>
        <translation>任务 %1：%2%3</translation>
    </message>
    <message>
        <source>Take: %1</source>
        <translation>成片：%1</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>副本：%1</translation>
    </message>
    <message>
        <source>Waiting for the service&apos;s answer to the order; press Ctrl+C again to leave now.</source>
        <translation>正在等服务对请求的答复；再按一次 Ctrl+C 立即退出。</translation>
    </message>
    <message>
        <source>Stopped. Everything is kept; “retake-cli run” goes on with it.</source>
        <translation>已停止。所有内容都已保存，运行“retake-cli run”可以继续。</translation>
    </message>
    <message>
        <source>The practice service ends with this program: what it has not finished has to be begun again (“retake-cli retry ID”).</source>
        <translation>练习服务会随本程序一起结束，没做完的要重新开始（“retake-cli retry ID”）。</translation>
    </message>
    <message>
        <source>Task %1: its answer was lost; looking for it at the service</source>
        <translation>任务 %1：回复丢失；正在服务中查找</translation>
    </message>
    <message>
        <source>This may be it: %1 (retake-cli import SERVICE %1)</source>
        <translation>可能是它：%1（retake-cli import 服务 %1）</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>retake::cli::RemakeRun</name>
    <message>
        <source>Reading the answer</source>
        <translation>正在读取回答</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>The description has %1 characters, and the model takes %2: asking for a shorter one.</source>
        <translation>描述有 %1 个字符，而模型只接受 %2 个：正在请它缩短。</translation>
    </message>
    <message>
        <source>This costs about %1.</source>
        <translation>费用约 %1。</translation>
    </message>
    <message>
        <source>Asked in English: %1</source>
        <translation>以英文提问：%1</translation>
    </message>
    <message>
        <source>Preparing what is shown of the clip</source>
        <translation>正在准备展示的内容</translation>
    </message>
    <message>
        <source>Translating what was said</source>
        <translation>正在翻译所说的话</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>正在等待回答</translation>
    </message>
    <message>
        <source>“--continue” goes on from the last answer.</source>
        <translation>用“--continue”可接着最后的回答继续。</translation>
    </message>
</context>
</TS>
