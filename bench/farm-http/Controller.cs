using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;

namespace Renderacre.Bench.FarmHttp;

/// <summary>A controller in a process and a folder of its own, on SQLite with synchronous=FULL.</summary>
internal sealed class Controller : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("farm-http-").FullName;
    private readonly Process _process;

    private Controller(string program)
    {
        string ready = Path.Combine(_folder, "ready");
        string database = Path.Combine(_folder, "farm.sqlite3");
        _process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { "--bind", "127.0.0.1:0", "--sqlite-path", database, "--ready-file", ready },
            RedirectStandardOutput = true,
        })!; // Only null where a running process is reused, which this start cannot do.
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        long began = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => File.Exists(ready) || _process.HasExited, StartPatience);
        if (!File.Exists(ready))
            throw new InvalidOperationException($"{program} did not answer within {Stopwatch.GetElapsedTime(began)}");
        Http = new HttpClient
        {
            BaseAddress = new Uri(File.ReadAllText(ready).Trim()),
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public HttpClient Http { get; }

    /// <summary>Memory that the controller has in RAM, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static Controller Start(string program) => new(program);

    public async Task<TAnswer?> PostAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType)
    {
        using HttpResponseMessage answer = await Http.PostAsJsonAsync(path, body, bodyType);
        return await ReadAsync(answer, answerType);
    }

    public async Task<TAnswer?> PostAsync<TAnswer>(string path, JsonTypeInfo<TAnswer> answerType)
    {
        using HttpResponseMessage answer = await Http.PostAsync(path, null);
        return await ReadAsync(answer, answerType);
    }

    public async Task<Guid> RegisterAsync(IReadOnlyDictionary<string, string> labels)
    {
        WorkerInfo? worker = await PostAsync(
            WirePath.Register,
            new WorkerRegister { Name = "bench", Labels = labels, Capacity = new WorkerCapacity(4) },
            WireJson.Default.WorkerRegister, WireJson.Default.WorkerInfo);
        return worker?.Id ?? throw new InvalidOperationException("no worker came back");
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type)
    {
        if (answer.IsSuccessStatusCode)
            return await answer.Content.ReadFromJsonAsync(type);
        string text = await answer.Content.ReadAsStringAsync();
        throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}: {text}"));
    }
}
