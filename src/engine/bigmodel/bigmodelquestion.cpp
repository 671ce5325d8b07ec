// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelquestion.h"

#include "engine/bigmodel/bigmodelfaults.h"
#include "engine/bigmodel/spokentext.h"
#include "net/httpclient.h"
#include "net/transporterror.h"

#include <QPointer>
#include <QtConcurrentRun>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr int mostPauses = 4; // 1, 2, 4 and 8 s
constexpr std::chrono::milliseconds sayingPause = 100ms;
constexpr qint64 longestStream = 64 * 1024 * 1024; // thoughts come token by token, each in an envelope

bool promisesNothingBegan(const Error &error)
{
    return error.serviceCode == u"1302" || error.serviceCode == u"1305";
}

std::chrono::milliseconds pauseBefore(int again, double timeScale, const Error &error)
{
    const std::chrono::milliseconds ours(qint64(1000.0 * (1 << (again - 1)) / timeScale));
    return std::max(ours, std::chrono::milliseconds(std::min(error.retryAfter.value_or(0s), 60s)));
}

} // namespace

BigModelQuestion::BigModelQuestion(HttpClient &http, Task task, QObject *parent)
    : ChatJob(parent)
    , m_http(http)
    , m_task(std::move(task))
    , m_requestId(m_task.question.requestId)
{
    m_saying.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(1s);
    connect(&m_saying, &QTimer::timeout, this, &BigModelQuestion::tell);
    connect(&m_patience, &QTimer::timeout, this, [this] { conclude(HttpReply{200, {}, {}}); });
    connect(&m_composing, &QFutureWatcherBase::finished, this, &BigModelQuestion::send);
    QMetaObject::invokeMethod(this, &BigModelQuestion::attempt, Qt::QueuedConnection);
}

Result<BigModelQuestion::Composed>
BigModelQuestion::compose(const ChatRequest &question, const DescriberSpec &describer, const ChatForm &form)
{
    return withMediaInside(question, describer).map([&](const ChatRequest &whole) {
        return Composed{whole, encodeChat(describer, whole, form)};
    });
}

void BigModelQuestion::attempt()
{
    if (const auto headers = bearerHeaders(m_task.who); !headers) {
        end(failure(headers.error()));
        return;
    }
    ++m_attempts;
    // An id is taken once, be it by a question that was refused.
    if (m_attempts > 1 && !m_requestId.isEmpty())
        m_task.question.requestId = m_requestId.left(60) + u'-' + QString::number(m_attempts);
    m_events = {};
    m_told = {};
    m_composing.setFuture(QtConcurrent::run([question = m_task.question, describer = m_task.describer,
                                             form = m_form] { return compose(question, describer, form); }));
}

void BigModelQuestion::send()
{
    const Result<Composed> composed = m_composing.result();
    if (!composed) {
        end(failure(composed.error()));
        return;
    }
    m_task.question = composed->question;
    auto request = bigmodelPost(m_task.who, QStringLiteral("/chat/completions"), m_task.language,
                                m_task.times, composed->body);
    if (!request) {
        end(failure(request.error()));
        return;
    }
    request->maximumReply = longestStream;
    m_stream = m_http.stream(*request, this);
    connect(m_stream, &StreamJob::received, this,
            [this](const QByteArray &bytes) { hear(m_events.feed(bytes)); });
    connect(m_stream, &StreamJob::finished, this, &BigModelQuestion::conclude);
}

void BigModelQuestion::hear(const QList<StreamEvent> &events)
{
    for (const StreamEvent &event : events)
        takeEvent(m_told, event);
    if (m_told.done)
        m_patience.start();
    if (m_told.raw.isEmpty() || m_saying.isActive())
        return;
    const bool soon = m_sinceSaid.isValid() && !m_sinceSaid.hasExpired(sayingPause.count());
    m_saying.start(soon ? sayingPause : 0ms);
}

void BigModelQuestion::tell()
{
    const QString text = spokenText(m_told.raw, m_told.isWhole() ? Telling::Over : Telling::GoesOn);
    if (text.isEmpty() || text == m_said)
        return;
    m_said = text;
    m_sinceSaid.start();
    Q_EMIT said(text);
}

// What came of the answer counts more than how the connection ended.
Result<ChatAnswer> BigModelQuestion::judged(const Result<HttpReply> &reply) const
{
    if (m_told.isWhole())
        return answerOf(m_told);
    if (reply && reply->header("Content-Type").toLower().startsWith("text/event-stream") &&
        reply->isSuccess())
        return answerOf(m_told);
    if (reply)
        return decodeChat(*reply);
    Error error = reply.error();
    if (mayHaveArrived(error))
        error.kind = ErrorKind::Unclear;
    return failure(error);
}

void BigModelQuestion::conclude(const Result<HttpReply> &reply)
{
    m_patience.stop();
    m_stream->disconnect(this);
    m_stream->deleteLater();
    m_stream = nullptr;
    for (const StreamEvent &event : m_events.end())
        takeEvent(m_told, event);
    const auto answer = judged(reply);
    if (!answer && goesOn(answer.error()))
        return;
    end(answer);
}

bool BigModelQuestion::goesOn(const Error &error)
{
    if (m_told.begun) // thoughts count, too, whatever came then
        return false;
    if (promisesNothingBegan(error) && m_pauses < mostPauses) {
        ++m_pauses;
        QTimer::singleShot(pauseBefore(m_pauses, m_task.who.account.timeScale, error), this,
                           &BigModelQuestion::attempt);
        return true;
    }
    const bool fields = error.serviceCode == u"1210";
    if (fields && saysThoughtsOff(m_task.describer, m_form)) {
        m_form.thoughts = ChatForm::Thoughts::LowEffort;
        attempt();
        return true;
    }
    const bool media = fields || error.serviceCode == u"1214";
    if (media && m_form.clips == ChatForm::Clips::DataAddress && hasClipInside(m_task.question)) {
        m_form.clips = ChatForm::Clips::Bare;
        attempt();
        return true;
    }
    return false;
}

void BigModelQuestion::end(const Result<ChatAnswer> &answer)
{
    m_saying.stop();
    const QPointer<BigModelQuestion> self(this);
    tell(); // what was not said yet
    if (!self)
        return;
    if (answer) {
        Q_EMIT finished(answer);
        return;
    }
    Error error = answer.error();
    if (error.kind == ErrorKind::UnknownModel)
        error.facts = {m_task.describer.id};
    if (error.requestId.isEmpty())
        error.requestId = m_told.requestId;
    Q_EMIT finished(failure(error));
}

} // namespace retake
