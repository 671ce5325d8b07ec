// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/preparation.h"

#include "base/filesystem.h"
#include "base/paths.h"

#include <QDateTime>
#include <QDir>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QtConcurrentRun>

#include <utility>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr auto settle = 300ms;
constexpr int leftoverDays = 1;

// What a program that was killed has left behind; not what another window is looking at.
void sweep(const QString &folder)
{
    const QDateTime old = QDateTime::currentDateTimeUtc().addDays(-leftoverDays);
    for (const QFileInfo &left : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (left.lastModified().toUTC() < old)
            QDir(left.absoluteFilePath()).removeRecursively();
    }
}

} // namespace

// One making: its folder and its jobs, all of which go with it.
class Preparation::Making : public QObject
{
public:
    Making(const Order &order, const ModelSpec &model, const QString &parentFolder, Preparation &owner)
        : QObject(&owner)
        , m_owner(owner)
        , m_order(order)
        , m_folder(QString(parentFolder + u"/XXXXXX"))
    {
        if (!m_folder.isValid()) {
            const Error error = writeError(parentFolder);
            QTimer::singleShot(0, this, [this, error] { end(failure(error)); });
            return;
        }
        MediaJob *job = owner.m_media.makeReady(order, model, m_folder.path(), &m_jobs);
        connect(job, &MediaJob::progress, this, [this](qint64 done, qint64 total) {
            if (m_owner.m_making == this)
                Q_EMIT m_owner.progress(done, total);
        });
        connect(job, &MediaJob::finished, this, &Making::take);
    }

private:
    void take(const Result<ReadyMedia> &ready)
    {
        if (!ready) {
            end(failure(ready.error()));
            return;
        }
        m_sending.changes = ready->changes;
        const QString clip = ready->media.clip;
        const QStringList references = ready->media.references;
        if (isRemoteMedia(clip)) {
            m_sending.remoteClip = clip;
            readReferences(references);
            return;
        }
        m_sending.untouched = clip == m_order.clip;
        m_owner.m_media.probe(clip, &m_jobs, [this, references](const Result<ClipInfo> &made) {
            if (!made) {
                end(failure(made.error()));
                return;
            }
            m_sending.clip = *made;
            readReferences(references);
        });
    }

    void readReferences(const QStringList &references)
    {
        auto *watcher = new QFutureWatcher<QList<SentReference>>(&m_jobs);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            m_sending.references = watcher->result();
            end(m_sending);
        });
        watcher->setFuture(QtConcurrent::run(compareReferences, m_order.references, references));
    }

    void end(const Result<Sending> &sending) { m_owner.take(this, sending); }

    Preparation &m_owner;
    Order m_order;
    Sending m_sending;
    QTemporaryDir m_folder;
    QObject m_jobs; // last: they write into the folder, and go before it
};

Preparation::Preparation(const Draft &draft, MediaStage &media, const Paths &paths, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_media(media)
    , m_paths(paths)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(settle);
    connect(&m_pause, &QTimer::timeout, this, &Preparation::make);
    connect(&m_draft, &Draft::changed, this, &Preparation::follow);
}

Preparation::~Preparation()
{
    delete m_making;
}

Preparation::Basis Preparation::basisNow() const
{
    Basis basis{m_draft.order(), m_draft.conformPlan()};
    // A field that is not named here counts: better made once too often than shown wrong.
    basis.order.prompt.clear();
    basis.order.negativePrompt.clear();
    basis.order.parameters = {}; // what they mean for the file is in the plan
    basis.order.account.clear();
    basis.order.output.clear();
    basis.order.clipId = {};
    basis.order.parent = {};
    return basis;
}

void Preparation::open()
{
    if (m_open && m_state != State::Refused)
        return; // made, or being made
    m_open = true;
    drop();
    m_basis = basisNow();
    make();
}

void Preparation::close()
{
    m_open = false;
    m_pause.stop();
    m_basis.reset();
    drop();
    setState(State::Idle);
}

void Preparation::follow()
{
    if (!m_open)
        return;
    const Basis now = basisNow();
    if (m_basis == now)
        return;
    m_basis = now;
    drop();
    m_pause.start();
    setState(State::Working);
}

void Preparation::make()
{
    // What is wrong with the words or the account is no matter here.
    if (const auto fault = m_draft.fault()) {
        switch (fault->field) {
        case Draft::Field::Clip:
        case Draft::Field::Trim:
        case Draft::Field::Framing:
        case Draft::Field::References:
        case Draft::Field::Model:
            refuse(fault->error);
            return;
        case Draft::Field::None:
        case Draft::Field::Prompt:
        case Draft::Field::NegativePrompt:
        case Draft::Field::Parameter:
        case Draft::Field::Account:
            break;
        }
    }
    const QString folder = m_paths.workDir() + u"/sending";
    if (!QDir().mkpath(folder)) {
        refuse(writeError(folder));
        return;
    }
    sweep(folder);
    m_making = new Making(m_draft.order(), m_draft.model(), folder, *this);
    setState(State::Working);
}

void Preparation::take(const Making *from, const Result<Sending> &sending)
{
    if (from != m_making)
        return; // of a draft that is no more
    if (!sending) {
        refuse(sending.error());
        return;
    }
    m_sending = *sending;
    setState(State::Ready);
}

// Not deleted at once: one of its jobs may be speaking.
void Preparation::drop()
{
    m_sending = {};
    m_error = {};
    if (Making *gone = std::exchange(m_making, nullptr))
        gone->deleteLater();
}

void Preparation::refuse(const Error &error)
{
    drop();
    m_error = error;
    setState(State::Refused);
}

void Preparation::setState(State state)
{
    if (state == m_state && state == State::Idle)
        return;
    m_state = state;
    Q_EMIT changed();
}

} // namespace retake
