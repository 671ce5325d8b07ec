// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/account.h"
#include "model/catalogue.h"
#include "model/order.h"
#include "session/dialogue.h"

#include <QObject>

namespace retake {

// With which model, in which form, and keeping what of the source the description at the dialogue's tip is
// made into a video, without widgets; gives an Order, or names the field at fault.
class RemakeDraft : public QObject
{
    Q_OBJECT
public:
    RemakeDraft(const Catalogue &catalogue, const Dialogue &dialogue, QObject *parent = nullptr);
    ~RemakeDraft() override;

    enum class Field {
        None,
        Clip,
        Description,
        Model,
        Parameter,
        FirstFrame,
        LastFrame,
        References,
        Sound,
        Account
    };

    struct Fault
    {
        Field field = Field::None;
        Error error;
    };

    Result<void> setModel(const QString &id);                        // UnknownModel
    void setParameter(const QString &name, const QJsonValue &value); // null: leave it out
    void setAccount(const Account &account);
    Result<void> setFirstFrame(const KeptFrame &frame); // a file is checked at once, by the model's limits
    Result<void> setLastFrame(const KeptFrame &frame);
    void setSourceSound(bool kept);
    Result<void> setReferences(const QStringList &sources); // models that take some
    void setVariations(int count);                          // 1 to 4

    const ModelSpec &model() const;
    QJsonValue parameter(const QString &name) const; // what is set, else the default
    const Account &account() const;
    const Keeping &keeping() const;
    QStringList references() const;
    int variations() const;

    bool canKeepFirstFrame() const; // the model takes it
    bool canKeepLastFrame() const;
    bool canKeepSound() const; // the clip has some

    std::optional<Fault> fault() const; // the first thing that keeps it from being made
    Estimate estimate() const;          // of all variations; no currency: unknown, or practice
    double seconds() const;             // of the video that is made; 0: unknown
    Order order() const;                // as it stands, be it complete or not
    Result<QList<Order>> orders() const;

    // One line each: what a choice keeps of the source, and what may change all the same.
    enum class Choice { WordsOnly, FirstFrame, FirstAndLast, EditedFrame, References, SourceSound };
    static QString sentence(Choice choice);
    QList<Choice> choices() const; // in force now
    // What suits the instructions since the base description: motion, weather, action: FirstFrame; what the
    // first frame shows: EditedFrame or WordsOnly ...
    Choice suggestion() const;

Q_SIGNALS:
    void changed(); // anything of the above, the description too

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
