using Renderacre.Contracts.Sync;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Tasks;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Syncing;

/// <summary>The conversation with workers.</summary>
/// <param name="writer">Carries requests out.</param>
/// <param name="answers">Makes the answers.</param>
/// <param name="progress">Keeps how far tasks are.</param>
internal sealed class SyncCommands(FarmWriter writer, SyncAnswers answers, ProgressTable progress)
{
    /// <summary>A worker tells what has happened and is told what to do.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The connection is gone.</param>
    /// <returns>The answer, held while there is no news.</returns>
    /// <exception cref="RefusedException">It is not valid, or not this worker's to send.</exception>
    public async Task<SyncResponse> SyncAsync(SyncRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        WorkerId worker = WireIds.AsWorker(request.WorkerId)
            ?? throw WireIds.Unknown("worker", request.WorkerId.ToString());
        IReadOnlyList<ToldProgress>? told = ProgressMapping.Map(request.Progress);
        bool mayHold = request.Hold && request.Reports.Count == 0 && told is null;
        SyncAnswer answer = await writer.SyncAsync(
            ReportMapping.Map(request, worker), request.Epoch, request.LastMessage, mayHold, cancellationToken);
        if (answer.Reply is not { } reply)
            throw FarmAnswer.Refusal(answer.Error!, "worker", request.WorkerId); // One of the two is there.
        if (told is not null)
            progress.Tell(worker, told);
        return answers.Make(request.Sequence, answer.Epoch, reply);
    }

    private static void Check(SyncRequest request)
    {
        if (request.Protocol != SyncProtocol.Version)
        {
            throw RefusedException.Invalid(
                $"protocol: is {request.Protocol}; this controller speaks {SyncProtocol.Version}");
        }
        if (request.LastMessage < 0)
            throw RefusedException.Invalid($"last_message: is {request.LastMessage}; 0 or more is wanted");
    }
}
