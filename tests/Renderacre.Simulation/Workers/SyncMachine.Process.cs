using Renderacre.Contracts.Sync;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.Workers;

/// <content>The worker's process: registers, then keeps the conversation going.</content>
internal sealed partial class SyncMachine
{
    private const double SilentShare = 0.6;

    private Guid? _incarnation;
    private bool _registered;
    private bool _accepting = true;
    private WorkerRest? _rest;
    private Call? _held;
    private Call? _news;
    private Guid? _epoch;
    private long _message;
    private long _sequence;
    private bool _tellSessions;
    private bool _planned;
    private TimeSpan _heard;
    private TimeSpan _cutOffUntil;

    /// <summary>There is something to tell.</summary>
    public void News()
    {
        if (_planned || _incarnation is null || !_registered)
            return;
        _planned = true;
        Guid incarnation = _incarnation.Value;
        _farm.Agenda.After(TimeSpan.FromMilliseconds(_farm.Random.NextShare() * 3), () =>
        {
            _planned = false;
            if (_incarnation == incarnation)
                Converse();
        });
    }

    private void StartProcess()
    {
        if (_incarnation is not null)
            return;
        _incarnation = _farm.Random.NextGuid();
        _registered = false;
        _planned = false;
        (_held, _news, _epoch, _message, _sequence, _tellSessions) = (null, null, null, 0, 0, true);
        (_accepting, _rest) = (true, null);
        _heard = _farm.Agenda.Now;
        foreach (SimulatedSession session in _sessions)
            session.Acknowledged = 0;
        Register();
    }

    private void EndProcess()
    {
        _farm.Runs.Unwatched(Name);
        _incarnation = null;
        _registered = false;
        _planned = false;
    }

    private void Register()
    {
        Guid incarnation = _incarnation!.Value; // The process is there.
        Send(WorkerCalls.Register(_farm, Name, Registration(incarnation), answer =>
        {
            if (_incarnation != incarnation)
                return;
            if (answer.IsOk)
            {
                _id = answer.Read(Wire.Json.WorkerInfo).Id;
                _registered = true;
                _tellSessions = true;
                News();
                WatchSilence(incarnation);
            }
            else
            {
                _farm.Agenda.After(Backoff(), () =>
                {
                    if (_incarnation == incarnation)
                        Register();
                });
            }
        }));
    }

    private void Converse()
    {
        Tidy();
        List<SyncReport> reports = [.. _sessions.SelectMany(session => session.Pending).Take(SyncProtocol.ReportsMax)];
        bool hold = reports.Count == 0 && !_tellSessions;
        if (hold ? _held is not null : _news is not null)
            return;
        if (hold && _farm.Random.Chance(0.05))
            Rest();
        SyncRequest request = Request(reports, hold);
        Call call = null!; // Set before it can be heard.
        call = WorkerCalls.Sync(_farm, Name, request, answer => Heard(call, request, answer));
        if (hold)
            _held = call;
        else
            _news = call;
        Send(call);
    }

    // Now and then it takes nothing for a while: it says why where it has hours of its own.
    private void Rest()
    {
        _accepting = !_accepting || _farm.Healed;
        _rest = !_accepting && _farm.Random.Chance(0.5) ? new WorkerRest("hours", _farm.Random.Chance(0.3)) : null;
    }

    private SyncRequest Request(IReadOnlyList<SyncReport> reports, bool hold) => new()
    {
        Protocol = SyncProtocol.Version,
        WorkerId = _id!.Value, // It has registered.
        Incarnation = _incarnation!.Value, // The process is there.
        Sequence = ++_sequence,
        Epoch = _epoch,
        LastMessage = _message,
        Sessions = _tellSessions ? [.. _sessions.Select(session => session.Id)] : null,
        Accepting = _accepting,
        Rest = _rest,
        Hold = hold,
        Reports = reports,
    };

    private void Heard(Call call, SyncRequest request, Answer answer)
    {
        if (_incarnation != request.Incarnation)
            return;
        _held = _held == call ? null : _held;
        _news = _news == call ? null : _news;
        if (answer.IsOk)
        {
            // An answer that cannot be kept counts as not seen.
            if (WaitForDisk() == TimeSpan.Zero || _farm.Random.Chance(0.5))
                Take(request, answer.Read(Wire.Json.SyncResponse));
            News();
        }
        else if (answer.Status is 404 or 409)
        {
            Refused(answer.Status);
        }
        else
        {
            Guid incarnation = request.Incarnation;
            _farm.Agenda.After(Backoff(), () =>
            {
                if (_incarnation == incarnation)
                    News();
            });
        }
    }

    private void Take(SyncRequest request, SyncResponse response)
    {
        _heard = _farm.Agenda.Now;
        foreach (IGrouping<Guid, SyncReport> told in request.Reports.GroupBy(report => report.SessionId))
        {
            if (Find(told.Key) is { } session)
                session.Acknowledged = Math.Max(session.Acknowledged, told.Max(report => report.Number));
        }

        if (request.Sessions is not null)
            _tellSessions = false;
        if (_epoch != response.Epoch)
        {
            _tellSessions = request.Sessions is null;
            _epoch = response.Epoch;
            _message = 0;
        }

        Carry(response);
        _message = Math.Max(_message, response.Message);
    }

    private void Carry(SyncResponse response)
    {
        foreach (SessionAssignment session in response.Sessions.Where(session => Find(session.SessionId) is null))
            _sessions.Add(new SimulatedSession(_farm, this, session));
        foreach (LeaseAssignment lease in response.Leases)
            Find(lease.SessionId)?.Run(lease);
        foreach (Guid lease in response.CancelLeases)
            _sessions.Find(session => session.Knows(lease))?.Cancel(lease);
        foreach (Guid lease in response.RecallLeases)
            _sessions.Find(session => session.Knows(lease))?.Recall(lease);
        foreach (Guid session in response.EndSessions)
            Find(session)?.End();
        foreach (Guid session in response.ForgetSessions)
            Find(session)?.Forget();
    }

    private void Refused(int status)
    {
        if (status == 409)
        {
            // Taken over by a process that is gone again: somebody starts it anew.
            EndProcess();
            _farm.Agenda.After(Away(), StartProcess);
            return;
        }

        foreach (SimulatedSession session in _sessions)
            session.Forget();
        _registered = false;
        Register();
    }

    /// <summary>Writes what hosts that died owed, and lets go of sessions that are over.</summary>
    private void Tidy()
    {
        foreach (SimulatedSession session in _sessions.Where(session => !session.Alive && !session.Forgotten))
            session.WriteLost();
        _sessions.RemoveAll(session => session.Forgotten || session.Done);
    }

    private void WatchSilence(Guid incarnation)
    {
        if (!_stopsOnSilence || _incarnation != incarnation)
            return;
        if (_farm.Agenda.Now - _heard >= _farm.Shape.LeaseTime * SilentShare)
        {
            foreach (SimulatedSession session in _sessions.Where(session => !session.Ended))
                session.Stop("silence");
        }

        _farm.Agenda.After(_farm.Shape.LeaseTime / 100, () => WatchSilence(incarnation));
    }

    /// <summary>A process that was taken over comes back to itself and says what it has to say.</summary>
    private void SpeakAsOld()
    {
        if (_id is not { } id)
            return;
        _farm.Tally.Fault(FaultKind.OldProcessSpeaks);
        var request = new SyncRequest
        {
            Protocol = SyncProtocol.Version,
            WorkerId = id,
            Incarnation = _farm.Random.NextGuid(),
            Sequence = 1,
            Sessions = [],
            Reports = [.. _sessions.SelectMany(session => session.Pending).Take(3)],
        };
        Send(WorkerCalls.Sync(_farm, Name, request, _ => { }));
    }

    private void Send(Call call)
    {
        if (_cutOffUntil > _farm.Agenda.Now)
            _farm.Agenda.After(TimeSpan.FromMilliseconds(200), () => call.Heard(Answer.Silence));
        else
            _farm.Send(call);
    }

    private SimulatedSession? Find(Guid id) => _sessions.Find(session => session.Id == id);

    private TimeSpan Backoff() => TimeSpan.FromMilliseconds(100 + _farm.Random.Next(1500));
}
