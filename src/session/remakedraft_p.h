// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/remakedraft.h"

namespace retake {

// What the person has set, and what of it is in force with the model.
class RemakeDraft::Private
{
public:
    const Catalogue &catalogue;
    const Dialogue &dialogue;
    const ModelSpec *model;
    bool isModelChosen = false; // by the person: no account changes it
    QJsonObject parameters;
    Account account;
    Keeping keeping;
    QStringList references;
    int variations = 1;

    bool isOffered(const ModelSpec &row) const;
    const ModelSpec *firstOffered() const;
    void use(const ModelSpec *row);
    Keeping inForce() const; // what the model takes of it
    int framesKept() const;

    Result<void> checkClip() const;
    Result<void> checkDescription() const;
    Result<void> checkFrame(const KeptFrame &frame) const;
    Result<void> checkFirstFrame() const;
    Result<void> checkReferenceCount() const;
    Result<void> checkModel() const;
};

} // namespace retake
