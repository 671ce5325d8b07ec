// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/receipttext.h"

#include "session/errorsentence.h"

#include <QCoreApplication>

namespace retake {

namespace {

struct ReceiptText
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptText)
};

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + u" UTC";
}

class Lines
{
public:
    // Nothing to say, no line.
    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_lines.append(QString(name + u": " + value));
    }

    void add(const QString &name, const QDateTime &time)
    {
        if (time.isValid())
            add(name, timeText(time));
    }

    void addPlain(const QString &line) { m_lines.append(line); }

    QString text() const { return m_lines.join(u'\n'); }

private:
    QStringList m_lines;
};

QString seconds(double value)
{
    return ReceiptText::tr("%1 s").arg(value, 0, 'f', 2);
}

QString billedText(const QJsonObject &usage)
{
    // Takes at a fixed price are told in tokens, of which they have none.
    if (!usage.contains(u"duration") && !usage.contains(u"input_video_duration") &&
        !usage.contains(u"output_video_duration"))
        return {};
    const double input = usage[u"input_video_duration"].toDouble();
    const double output = usage[u"output_video_duration"].toDouble();
    const double whole = usage.contains(u"duration") ? usage[u"duration"].toDouble() : input + output;
    return ReceiptText::tr("%1 (%2 sent, %3 made)").arg(seconds(whole), seconds(input), seconds(output));
}

void addFormer(Lines &lines, const FormerRun &run)
{
    QString text =
        ReceiptText::tr("sent %1, ended as %2").arg(timeText(run.submittedAt), taskStateName(run.state));
    if (!run.remoteId.isEmpty())
        text += u", " + ReceiptText::tr("the service's number %1").arg(run.remoteId);
    if (!run.requestId.isEmpty())
        text += u", " + ReceiptText::tr("request %1").arg(run.requestId);
    if (const QString billed = billedText(run.usage); !billed.isEmpty())
        text += u", " + ReceiptText::tr("billed %1").arg(billed);
    lines.add(ReceiptText::tr("Earlier run"), text);
}

} // namespace

Estimate costOf(const Task &task, const Catalogue &catalogue, const Account &account)
{
    Estimate cost;
    cost.inputSeconds = task.usage[u"input_video_duration"].toDouble();
    cost.outputSeconds = task.usage[u"output_video_duration"].toDouble();
    const ModelSpec *model = catalogue.model(task.order.model);
    const Price *price = model && !account.isPractice() ? model->price(account.region) : nullptr;
    if (!price || (price->countsTakes ? task.state != TaskState::Done : task.usage.isEmpty()))
        return cost;
    const ParameterSpec *spec = model->parameter(price->byParameter);
    const QJsonValue ordered = task.order.parameters[price->byParameter];
    const QString tier = (ordered.isUndefined() && spec ? spec->defaultValue : ordered).toString();
    if (!price->rates.contains(tier))
        return cost;
    const double billed =
        (price->countsInput ? cost.inputSeconds : 0) + (price->countsOutput ? cost.outputSeconds : 0);
    cost.amount = price->rates.value(tier) * (price->countsTakes ? 1 : billed);
    cost.currency = price->currency;
    return cost;
}

QString receiptText(const Receipt &receipt, const Estimate &cost)
{
    const Task &task = receipt.task;
    Lines lines;
    lines.add(ReceiptText::tr("Task"), QString::number(task.id.value));
    lines.add(ReceiptText::tr("State"), taskStateName(task.state));
    lines.add(ReceiptText::tr("Model"), task.order.model);
    lines.add(ReceiptText::tr("Account"), task.order.account);
    lines.add(ReceiptText::tr("The service's number"), task.remoteId);
    lines.add(ReceiptText::tr("Request"), task.createRequestId);
    lines.add(ReceiptText::tr("Ordered"), task.createdAt);
    lines.add(ReceiptText::tr("Sent"), task.submittedAt);
    lines.add(ReceiptText::tr("Finished"), task.finishedAt);
    lines.add(ReceiptText::tr("Billed"), billedText(task.usage));
    if (!cost.currency.isEmpty())
        lines.add(ReceiptText::tr("Price, by the price list"),
                  QString(QString::number(cost.amount, 'f', 2) + u' ' + cost.currency));
    if (task.error) {
        const ErrorSentence sentence = sentenceFor(*task.error);
        lines.add(ReceiptText::tr("Error"), sentence.title);
        lines.add(ReceiptText::tr("Detail"), sentence.detail);
    }
    lines.add(ReceiptText::tr("Instruction"), task.order.prompt.simplified());
    lines.add(ReceiptText::tr("Clip"), withoutSignature(task.order.clip));
    if (receipt.take)
        lines.add(ReceiptText::tr("Take"), receipt.take->file);
    for (const FormerRun &run : receipt.former)
        addFormer(lines, run);
    if (!receipt.log.isEmpty())
        lines.addPlain(QString(ReceiptText::tr("Log") + u':'));
    for (const TaskEvent &event : receipt.log) {
        QString line = u"  " + timeText(event.at) + u"  " + taskStateName(event.state);
        if (!event.cause.isEmpty())
            line += u"  " + event.cause;
        if (!event.requestId.isEmpty())
            line += u"  " + event.requestId;
        lines.addPlain(line);
    }
    return lines.text();
}

QString receiptText(const Task &task, const QList<TaskEvent> &log, const Estimate &cost)
{
    Receipt receipt;
    receipt.task = task;
    receipt.log = log;
    return receiptText(receipt, cost);
}

} // namespace retake
