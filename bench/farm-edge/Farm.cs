using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;

namespace Renderacre.Bench.FarmEdge;

/// <summary>What the loads do at a controller.</summary>
internal static class Farm
{
    public static async Task<TOut> PostAsync<TIn, TOut>(
        this RawConnection connection, string path, TIn body, JsonTypeInfo<TIn> bodyType, JsonTypeInfo<TOut> type)
    {
        ReadOnlyMemory<byte> answer =
            await connection.SendAsync("POST", path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType));
        return JsonSerializer.Deserialize(answer.Span, type)
            ?? throw new InvalidOperationException($"{path} answered null");
    }

    /// <summary>Submits a job of one step.</summary>
    public static async Task<Job> SubmitAsync(this RawConnection connection, long units)
    {
        string template = string.Create(CultureInfo.InvariantCulture, $$$$"""
            specificationVersion: jobtemplate-2023-09
            name: Bench
            steps:
            - name: Frame
              parameterSpace: {taskParameterDefinitions: [{name: Frame, type: INT, range: "1-{{{{units}}}}"}]}
              script: {actions: {onRun: {command: "true", args: ["{{Task.Param.Frame}}"]}}}
            """);
        var submit = new JobSubmit { Name = "bench", Openjd = new OpenJdSubmit { TemplateYaml = template } };
        return await connection.PostAsync(WirePath.Jobs, submit, WireJson.Default.JobSubmit, WireJson.Default.Job);
    }

    /// <summary>Registers a worker that polls, or (with an incarnation) one that syncs.</summary>
    public static async Task<Guid> RegisterAsync(this RawConnection connection, int slots, Guid? incarnation = null)
    {
        var register = new WorkerRegister
        {
            Name = "bench",
            Capacity = new WorkerCapacity(slots),
            Incarnation = incarnation,
        };
        WorkerInfo worker = await connection.PostAsync(
            WirePath.Register, register, WireJson.Default.WorkerRegister, WireJson.Default.WorkerInfo);
        return worker.Id;
    }

    public static Task<SyncResponse> SyncAsync(this RawConnection connection, SyncRequest request) =>
        connection.PostAsync(WirePath.Sync, request, WireJson.Default.SyncRequest, WireJson.Default.SyncResponse);
}
