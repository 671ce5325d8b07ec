// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceservice.h"
#include "practiceclient.h"

#include <QTemporaryDir>

// The practice service and a client of its BigModel routes; for tests only.
class BigModelPractice
{
public:
    explicit BigModelPractice(const QStringList &faults = {}); // NAME or NAME:COUNT
    ~BigModelPractice();

    Answer post(const QString &path, const QJsonObject &body);
    Answer chat(const QJsonObject &body);
    Answer generate(const QJsonObject &body);
    Answer query(const QString &id);
    QJsonObject finish(const QString &id, int seconds = 60); // polls until the task has ended
    QJsonObject lastNote() const;                            // of the journal
    int port() const;

    retake::PracticeAddress address;
    std::unique_ptr<PracticeClient> client;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<retake::PracticeService> m_service;
};

QString errorCode(const Answer &answer);         // of {"error": {...}}
QString contentOf(const Answer &answer);         // of a whole answer, without box marks
QList<QJsonObject> eventsOf(const QByteArray &); // of a stream; [DONE] is not one
QString dataUrl(const QByteArray &bytes, const QString &type);
QJsonObject textPart(const QString &text);
QJsonObject mediaPart(const QString &type, const QString &url); // "image_url", "video_url"
QJsonObject chatBody(const QString &model, const QJsonArray &parts);
