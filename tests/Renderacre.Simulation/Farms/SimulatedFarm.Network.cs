using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Writing;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.Farms;

/// <content>The network: loses, repeats, delays and reorders.</content>
internal sealed partial class SimulatedFarm
{
    private readonly List<Delivery> _atController = [];
    private Exception? _found;

    /// <summary>Sends a request.</summary>
    public void Send(Call call)
    {
        if (Faulty())
        {
            Tally.Fault(FaultKind.RequestLost);
            Agenda.After(Patience(), () => call.Heard(Answer.Silence));
            return;
        }

        Agenda.After(Delay(), () => Arrive(call, repeat: false));
        if (!Faulty())
            return;
        Tally.Fault(FaultKind.RequestRepeated);
        Agenda.After(Delay() + Random.Wait(TimeSpan.FromSeconds(1)), () => Arrive(call, repeat: true));
    }

    /// <summary>Workers that wait for an answer at the controller, and whose request may be held.</summary>
    private IEnumerable<long> HeldWorkers() => _atController
        .Where(each => !each.Over && each.Call.Honest)
        .Where(delivery => delivery.Call.Sync is { Hold: true, Reports.Count: 0, Accepting: true })
        .Select(delivery => WireIds.AsWorker(delivery.Call.Sync!.WorkerId)?.Value ?? 0).Distinct();

    private bool PeopleWait() => _atController.Any(each => !each.Over && each.Call.From == "people");

    private bool Faulty() => !_healed && Random.Chance(Shape.MessageFaults / 5);

    private TimeSpan Patience() => Random.Wait(TimeSpan.FromSeconds(1));

    private TimeSpan Delay()
    {
        if (!Faulty())
            return TimeSpan.FromMilliseconds(0.1 + Random.NextShare());
        Tally.Fault(FaultKind.MessageLate);
        return Random.Wait(Shape.LeaseTime / 20);
    }

    private void Arrive(Call call, bool repeat)
    {
        if (Controller is null)
        {
            if (!repeat)
                Agenda.After(TimeSpan.FromMilliseconds(1), () => call.Heard(Answer.Silence));
            return;
        }

        Tally.Request(call.Sync?.Reports.Count ?? 0);
        Trace.Add(Agenda.Now, repeat ? "arrives again:" : "arrives:", call.About, call.Kind, call.From);
        call.Arrives?.Invoke();
        var delivery = new Delivery(call, repeat, Agenda.Now);
        _atController.Add(delivery);
        MayBreakConnection(delivery);
        _ = ServeAsync(delivery);
        PlanTurn();
    }

    private void MayBreakConnection(Delivery delivery)
    {
        if (!Faulty())
            return;
        delivery.Connection = new CancellationTokenSource();
        Agenda.After(Random.Wait(Shape.LeaseTime / 30), () =>
        {
            if (delivery.Over)
                return;
            Tally.Fault(FaultKind.ConnectionGone);
            delivery.Connection.Cancel();
            Break(delivery);
            PlanTurn();
        });
    }

    private async Task ServeAsync(Delivery delivery)
    {
        Answer answer;
        try
        {
            CancellationToken connection = delivery.Connection?.Token ?? CancellationToken.None;
            answer = new Answer(200, await delivery.Call.Act(Controller!, connection)); // There: it has arrived.
        }
        catch (RefusedException refusal)
        {
            answer = new Answer(refusal.Status, null);
        }
        catch (WriterUnavailableException)
        {
            answer = new Answer(503, null);
        }
        catch (Exception fault)
        {
            _found ??= fault;
            return;
        }

        Leave(delivery, answer);
    }

    // An exception would be lost with the task that nobody waits for.
    private void Check(Delivery delivery, Answer answer)
    {
        try
        {
            delivery.Call.Leaves?.Invoke(answer, delivery.Arrived);
        }
        catch (Exception found)
        {
            _found ??= found;
        }
    }

    private void Leave(Delivery delivery, Answer answer)
    {
        _atController.Remove(delivery);
        Trace.Add(Agenda.Now, "answered:", answer.Status, delivery.Call.Kind, delivery.Call.From);
        Check(delivery, answer);
        if (delivery.Over || delivery.Repeat)
            return;
        delivery.Over = true;
        if (Faulty())
        {
            Tally.Fault(FaultKind.AnswerLost);
            Agenda.After(Patience(), () => delivery.Call.Heard(Answer.Silence));
            return;
        }

        Agenda.After(Delay(), () => delivery.Call.Heard(answer));
    }

    /// <summary>The client finds the connection broken.</summary>
    private void Break(Delivery delivery)
    {
        if (delivery.Over || delivery.Repeat)
            return;
        delivery.Over = true;
        Agenda.After(Patience(), () => delivery.Call.Heard(Answer.Silence));
    }
}
