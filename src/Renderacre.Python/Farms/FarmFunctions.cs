using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Renderacre.Client;
using Renderacre.Python.Interop;
using Renderacre.Python.Jobs;
using Renderacre.Python.Module;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Farms;

/// <summary>Functions that ask a controller.</summary>
internal static unsafe class FarmFunctions
{
    /// <summary>The functions by name.</summary>
    public static IReadOnlyList<(string Name, nint Address)> All =>
    [
        ("submit_job", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Submit),
        ("client_open", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Open),
        ("client_close", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Close),
        ("client_request", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Request),
        ("client_read_log", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&ReadLog),
        ("client_download", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Download),
    ];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Submit(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "controller_url", "job_json", "token", "timeout"),
        static given =>
        {
            var (url, token, timeout) = (given.Text(0), given.OptionalText(2), given.Seconds(3));
            var body = SubmissionText.Check(given.Text(1));
            var client = SharedClient(url, token, timeout);
            var answer = InterpreterLock.Wait(cancel => client.RequestAsync(HttpMethod.Post, "/v1/jobs", body, cancel));
            return TextObject.From(answer.Body.Span);
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Open(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "url", "token", "timeout"),
        static given => NumberObject.From(FarmClients.Open.Add(
            FarmClients.Create(given.Text(0), given.OptionalText(1), given.Seconds(2)))));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Close(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "client"),
        static given =>
        {
            FarmClients.Open.Close(given.Integer(0));
            return Reference.Share(PythonApi.None).PassOn();
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Request(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "client", "method", "path", "body"),
        static given =>
        {
            var (client, method, path) = (Client(given), new HttpMethod(given.Text(1)), given.Text(2));
            var body = Body(given, 3);
            var answer = InterpreterLock.Wait(cancel => client.RequestAsync(method, path, body, cancel));
            using var value = Reference.Own(Answer(client, path, answer));
            var next = answer.Next is { } after ? TextObject.From(after) : Reference.Share(PythonApi.None).PassOn();
            return TupleObject.From(value.PassOn(), next);
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint ReadLog(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "client", "task", "attempt", "offset"),
        static given =>
        {
            var (client, task, attempt) = (Client(given), Id(given, 1), Id(given, 2));
            var offset = given.Integer(3);
            var bytes = InterpreterLock.Wait(
                cancel => AttemptLog.ReadPieceAsync(client, task, attempt, offset, cancel));
            return BytesObject.From(bytes);
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Download(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "client", "task", "index", "path"),
        static given =>
        {
            var (client, task, index) = (Client(given), Id(given, 1), checked((int)given.Integer(2)));
            var path = given.Text(3);
            return NumberObject.From(InterpreterLock.Wait(
                cancel => ArtifactDownload.SaveAsync(client, task, index, path, cancel)));
        });

    // An address that is none has always been what the network answers: RuntimeError.
    private static FarmClient SharedClient(string url, string? token, TimeSpan timeout)
    {
        try
        {
            return FarmClients.Share(url, token, timeout);
        }
        catch (ArgumentValueException fault)
        {
            throw new UnusableAddressException(fault.Message);
        }
    }

    private static FarmClient Client(Arguments given) => FarmClients.Open.Get(given.Integer(0));

    private static Guid Id(Arguments given, int index) => Guid.TryParse(given.Text(index), out var id)
        ? id
        : throw new ArgumentValueException($"{given.Name(index)}: '{given.Text(index)}' is no id");

    /// <summary>A body: None for none, str as it is, else any object as JSON.</summary>
    private static ReadOnlyMemory<byte>? Body(Arguments given, int index)
    {
        if (given.Optional(index) is not { } body)
            return null;
        if (ObjectKinds.Of(body) == ObjectKind.Text)
            return SubmissionText.Check(given.Text(index));
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            PythonToJson.Write(writer, body, given.Name(index));
        return buffer.ToArray();
    }

    private static nint Answer(FarmClient client, string path, FarmDocument answer)
    {
        if (answer.Body.Length == 0)
            return Reference.Share(PythonApi.None).PassOn();
        try
        {
            return JsonToPython.Convert(answer.Body.Span);
        }
        catch (JsonException fault)
        {
            var asked = client.Controller.OriginalString.TrimEnd('/') + path;
            throw new FarmException(
                System.Net.HttpStatusCode.OK, $"{asked} answered what is no JSON: {fault.Message}", inner: fault);
        }
    }
}
