// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core.h"
#include "media/probe.h"
#include "session/dialogue.h"
#include "session/remakedraft.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace retake {

constexpr int patience = 60000; // ms: a render on a busy machine

// The practice service as a process that outlives the program, with its journal.
class RemakeService
{
public:
    explicit RemakeService(const QStringList &faults = {})
    {
        m_process.setArguments(QStringList{QStringLiteral("--time-scale"), QStringLiteral("200"),
                                           QStringLiteral("--journal"), journalFile()} +
                               faults);
        m_process.address(&m_context, [this](const Result<PracticeProcess::Address> &address) {
            if (address)
                m_address = *address;
        });
    }

    const std::optional<PracticeProcess::Address> &address() const { return m_address; }

    // The requests of one kind, "chat" or "generation", as the service noted them.
    QList<QJsonObject> asked(const QString &kind) const
    {
        QList<QJsonObject> notes;
        QFile file(journalFile());
        if (!file.open(QIODevice::ReadOnly))
            return notes;
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            if (line.contains(kind))
                notes.append(line[kind].toObject());
        }
        return notes;
    }

    int posts(const QString &pathEnd) const // requests that arrived, whatever came of them
    {
        int count = 0;
        QFile file(journalFile());
        if (!file.open(QIODevice::ReadOnly))
            return count;
        while (!file.atEnd())
            count += QJsonDocument::fromJson(file.readLine())[u"path"].toString().endsWith(pathEnd) ? 1 : 0;
        return count;
    }

private:
    QString journalFile() const { return m_folder.filePath(QStringLiteral("journal")); }

    QTemporaryDir m_folder;
    PracticeProcess m_process;
    std::optional<PracticeProcess::Address> m_address;
    QObject m_context;
};

// The program without its window; begins and ends as often as it likes on the same data.
class RemakeProgram
{
public:
    RemakeProgram(const RemakeService &service, const QString &clip)
        : m_clip(clip)
    {
        m_environment.insert(QStringLiteral("ZAI_API_KEY"), service.address()->key);
        m_environment.insert(QStringLiteral("ZAI_BASE_URL"), service.address()->bigmodel.toString());
        m_environment.insert(QStringLiteral("RETAKE_TIME_SCALE"), QStringLiteral("100"));
        begin();
    }

    ~RemakeProgram() { end(); }

    void begin()
    {
        auto opened = Core::open(m_folder.path(), m_environment);
        if (!opened)
            qFatal("the core does not open");
        core = std::move(*opened);
        dialogue = std::make_unique<Dialogue>(*core->store, core->catalogue, core->accounts, core->chat,
                                              core->paths, core->clock);
        dialogue->follow(core->queue);
        remake = std::make_unique<RemakeDraft>(core->catalogue, *dialogue);
        const Account account = core->accounts.current(QStringLiteral("bigmodel"));
        dialogue->setAccount(account);
        remake->setAccount(account);
        const auto probed = probeClip(m_clip);
        const auto known = core->store->clipForFile(m_clip, core->clock.now());
        if (!probed || !known || !core->queue.recover())
            qFatal("the clip cannot be opened");
        dialogue->openClip(*probed, known->id);
    }

    void end()
    {
        remake.reset();
        dialogue.reset();
        core.reset();
    }

    bool settles() const
    {
        return QTest::qWaitFor([this] { return dialogue->activity() == Dialogue::Activity::Idle; }, patience);
    }

    bool describes()
    {
        dialogue->describe();
        return settles() && dialogue->tip() && dialogue->tip()->state == TurnState::Answered;
    }

    bool says(const QString &what)
    {
        dialogue->say(what);
        return settles() && dialogue->tip()->state == TurnState::Answered && dialogue->tip()->said == what;
    }

    std::optional<TaskId> order()
    {
        const auto orders = remake->orders();
        const auto id =
            orders ? core->queue.enqueue(orders->constFirst()) : Result<TaskId>(failure(orders.error()));
        return id ? std::optional(*id) : std::nullopt;
    }

    Task task(TaskId id) const { return *core->queue.task(id); }

    bool reaches(TaskId id, TaskState state) const
    {
        return QTest::qWaitFor([&] { return task(id).state == state; }, patience);
    }

    std::unique_ptr<Core> core;
    std::unique_ptr<Dialogue> dialogue;
    std::unique_ptr<RemakeDraft> remake;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QString m_clip;
};

} // namespace retake
