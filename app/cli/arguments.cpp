// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "words.h"

#include <algorithm>
#include <iterator>

namespace retake::cli {

namespace {

struct OptionRule
{
    const char16_t *name;
    bool takesValue;
    bool repeatable;
    QStringList commands; // empty: all
};

struct CommandRule
{
    const char16_t *name;
    qsizetype operands;
    qsizetype further = 0; // that may follow
};

const QList<OptionRule> &optionRules()
{
    static const QStringList edit{QStringLiteral("edit")};
    static const QStringList probe{QStringLiteral("probe")};
    static const QStringList editAndPlan{QStringLiteral("edit"), QStringLiteral("plan")};
    static const QStringList remake{QStringLiteral("remake")};
    static const QStringList editAndRemake{QStringLiteral("edit"), QStringLiteral("remake")};
    static const QStringList allThree{QStringLiteral("edit"), QStringLiteral("plan"),
                                      QStringLiteral("remake")};
    static const QList<OptionRule> rules{
        {u"json", false, false, {}},
        {u"data-dir", true, false, {}},
        {u"lang", true, false, {}},
        {u"help", false, false, {}},
        {u"version", false, false, {}},
        {u"model", true, false, allThree + QStringList{QStringLiteral("import")}},
        {u"trim", true, false, allThree},
        {u"resolution", true, false, editAndPlan},
        {u"prompt", true, false, edit},
        {u"reference", true, true, allThree},
        {u"ratio", true, false, editAndPlan},
        {u"framing", true, false, editAndPlan},
        {u"duration", true, false, edit},
        {u"sound", true, false, edit},
        {u"negative", true, false, edit},
        {u"seed", true, false, edit},
        {u"no-prompt-extend", false, false, edit},
        {u"watermark", false, false, edit},
        {u"variations", true, false, edit},
        {u"output", true, false, editAndRemake},
        {u"say", true, true, remake},
        {u"make", false, true, remake},
        {u"continue", false, false, remake},
        {u"describer", true, false, remake},
        {u"show", true, false, remake},
        {u"first-frame", true, false, remake},
        {u"last-frame", true, false, remake},
        {u"keep-sound", false, false, remake},
        {u"set", true, true, remake},
        {u"send-again", false, false, {QStringLiteral("retry")}},
        {u"failed", false, false, {QStringLiteral("retry"), QStringLiteral("queue")}},
        {u"full", false, false, probe},
    };
    return rules;
}

constexpr CommandRule commandRules[] = {
    {u"models", 0},    {u"probe", 1},   {u"plan", 1},  {u"edit", 1},    {u"remake", 1}, {u"tasks", 0},
    {u"run", 0},       {u"cancel", 1},  {u"retry", 1}, {u"compare", 2}, {u"look", 1},   {u"lost", 1},
    {u"import", 1, 1}, {u"receipt", 1}, {u"hold", 1},  {u"next", 1},    {u"clear", 0},  {u"queue", 2},
};

const OptionRule *optionRule(QStringView name)
{
    for (const OptionRule &rule : optionRules()) {
        if (name == QStringView(rule.name))
            return &rule;
    }
    return nullptr;
}

tl::unexpected<QString> wrong(const QString &sentence)
{
    return tl::unexpected<QString>(sentence);
}

// Takes one option off the line; `at` stands on it, and afterwards on the last word that belongs to it.
tl::expected<void, QString> takeOption(const QStringList &line, qsizetype &at, Arguments &into)
{
    const QString &word = line[at];
    const qsizetype equals = word.indexOf(u'=');
    const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
    const OptionRule *rule = optionRule(name);
    if (!rule)
        return wrong(Cli::tr("There is no option --%1.").arg(name));
    if (!rule->takesValue && equals >= 0)
        return wrong(Cli::tr("The option --%1 takes no value.").arg(name));
    if (into.has(name) && !rule->repeatable)
        return wrong(Cli::tr("The option --%1 is given twice.").arg(name));
    QString value;
    if (rule->takesValue && equals >= 0) {
        value = word.mid(equals + 1);
    } else if (rule->takesValue) {
        if (at + 1 >= line.size() || line[at + 1].startsWith(u"--"))
            return wrong(Cli::tr("The option --%1 needs a value.").arg(name));
        value = line[++at];
    }
    into.options[name].append(value);
    into.inOrder.append({name, value});
    return {};
}

QString missingOperand(const CommandRule &rule)
{
    if (rule.name == QStringView(u"import"))
        return Cli::tr("“%1” needs the name of a service, such as dashscope.");
    const QStringView ofTasks[] = {u"cancel", u"retry", u"look", u"lost", u"receipt", u"hold", u"next"};
    if (std::find(std::begin(ofTasks), std::end(ofTasks), rule.name) != std::end(ofTasks))
        return Cli::tr("“%1” needs the number of a task.");
    if (rule.name == QStringView(u"queue"))
        return Cli::tr("“%1” needs “export” or “import”, and a file.");
    return rule.operands == 2 ? Cli::tr("“%1” needs two files.") : Cli::tr("“%1” needs a file.");
}

tl::expected<void, QString> checkCommand(const Arguments &arguments)
{
    const QString &command = arguments.command;
    if (command.isEmpty())
        return wrong(Cli::tr("Say what to do: for example “retake-cli edit FILE --prompt TEXT”."));
    const CommandRule *rule = nullptr;
    for (const CommandRule &known : commandRules) {
        if (command == QStringView(known.name))
            rule = &known;
    }
    if (!rule)
        return wrong(Cli::tr("There is no command “%1”.").arg(command));
    for (auto it = arguments.options.begin(); it != arguments.options.end(); ++it) {
        const QStringList &fits = optionRule(it.key())->commands;
        if (!fits.isEmpty() && !fits.contains(command))
            return wrong(Cli::tr("The option --%1 does not go with “%2”.").arg(it.key(), command));
    }
    const bool allFailed = command == u"retry" && arguments.has(QStringLiteral("failed"));
    const qsizetype operands = allFailed ? 0 : rule->operands;
    if (arguments.operands.size() < operands)
        return wrong(missingOperand(*rule).arg(command));
    const qsizetype most = operands + rule->further;
    if (arguments.operands.size() > most)
        return wrong(Cli::tr("Unexpected argument “%1” for “%2”.").arg(arguments.operands[most], command));
    if (command == u"queue" && arguments.operands[0] != u"export" && arguments.operands[0] != u"import")
        return wrong(missingOperand(*rule).arg(command));
    return {};
}

} // namespace

tl::expected<Arguments, QString> parseArguments(const QStringList &line)
{
    Arguments arguments;
    bool options = true;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QString &word = line[at];
        if (options && word == u"--") {
            options = false;
        } else if (options && word == u"-h") {
            arguments.options[QStringLiteral("help")].append(QString());
        } else if (options && word.startsWith(u"--")) {
            if (const auto taken = takeOption(line, at, arguments); !taken)
                return wrong(taken.error());
        } else if (options && word.size() > 1 && word.startsWith(u'-')) {
            return wrong(Cli::tr("There is no option %1.").arg(word));
        } else if (arguments.command.isEmpty()) {
            arguments.command = word;
        } else {
            arguments.operands.append(word);
        }
    }
    if (arguments.has(QStringLiteral("help")) || arguments.has(QStringLiteral("version")))
        return arguments;
    const QString language = arguments.value(QStringLiteral("lang"));
    if (arguments.has(QStringLiteral("lang")) && language != u"en" && language != u"zh_CN")
        return wrong(Cli::tr("The language “%1” is not there: en and zh_CN are.").arg(language));
    if (const auto checked = checkCommand(arguments); !checked)
        return wrong(checked.error());
    return arguments;
}

QString usage()
{
    return Cli::tr("Usage: retake-cli COMMAND [--json] [--data-dir DIR] [--lang en|zh_CN]\n"
                   "\n"
                   "  models                     the models that there are\n"
                   "  probe FILE [--full]        what a video is made of; --full decodes all of it\n"
                   "                             to find damage\n"
                   "  plan FILE                  what will be sent, and its price\n"
                   "       [--model M] [--trim IN-OUT] [--resolution R] [--ratio R]\n"
                   "       [--framing keep|fit|fill] [--reference IMAGE]...\n"
                   "  edit FILE --prompt TEXT    edit a video; waits for the take\n"
                   "       [--reference IMAGE]... [--model M] [--resolution R] [--ratio R]\n"
                   "       [--duration SECONDS] [--sound auto|origin] [--negative TEXT] [--seed N]\n"
                   "       [--no-prompt-extend] [--watermark] [--trim IN-OUT]\n"
                   "       [--framing keep|fit|fill] [--variations N] [--output FILE]\n"
                   "  remake FILE                describe a video in words, then in the order given\n"
                   "       [--say TEXT]...       change the description\n"
                   "       [--make]...           make a new video from it; waits for the takes\n"
                   "       [--continue]          go on with the newest conversation about the video\n"
                   "       [--describer M] [--show frames|video|ADDRESS] [--trim IN-OUT]\n"
                   "       [--model M] [--set NAME=VALUE]... [--first-frame clip|IMAGE]\n"
                   "       [--last-frame clip|IMAGE] [--reference IMAGE]... [--keep-sound]\n"
                   "       [--output FILE]       with several --make: FILE, FILE-2 ...\n"
                   "  compare BEFORE AFTER       what changed, in numbers for each frame\n"
                   "  tasks                      the tasks and how they stand\n"
                   "  run                        start what waits, go on with what was sent\n"
                   "  cancel ID                  cancel a task\n"
                   "  receipt ID                 what a task was at the service: numbers, times,\n"
                   "                             billed seconds\n"
                   "  retry ID [--send-again]    run an ended task again; --send-again when it is\n"
                   "                             unclear, and may be charged twice\n"
                   "  retry --failed             try all that failed again\n"
                   "  hold ID                    pause a task that was not sent yet; “run” leaves it alone\n"
                   "  next ID                    put a waiting task before the others\n"
                   "  clear                      remove what is done or cancelled from the list\n"
                   "  queue export FILE [--failed]\n"
                   "                             write what was not sent into a file; --failed also\n"
                   "                             what failed\n"
                   "  queue import FILE          add the orders of such a file\n"
                   "  look ID                    look for an unclear task among the service's tasks\n"
                   "  lost ID                    give an unclear task up; “retry” then begins anew\n"
                   "  import SERVICE [TASK-ID] [--model M]\n"
                   "                             fetch a task that the service has, by its number\n"
                   "                             there; without one: those of the last 24 hours\n"
                   "\n"
                   "Exit status: 0 done, 2 wrong usage, 3 input refused, 4 refused by the service,\n"
                   "5 network or service failed, 6 unclear, perhaps charged, 7 disk or media tool failed.\n"
                   "The key is read from the environment (DASHSCOPE_API_KEY; for remake ZAI_API_KEY or\n"
                   "ZHIPUAI_API_KEY) or from the account in the window; with no key the practice service\n"
                   "is used: offline, no AI.\n");
}

} // namespace retake::cli
