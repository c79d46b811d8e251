using Renderacre.Client;
using Renderacre.Contracts.Workers;

namespace Renderacre.Cli.Farms;

/// <summary>A controller and a worker on this machine, started and stopped together.</summary>
/// <param name="options">What they are started with.</param>
/// <param name="time">The clock.</param>
internal sealed class LocalFarm(UpOptions options, TimeProvider time) : IAsyncDisposable
{
    /// <summary>How long the controller, and then the worker, may take to be there.</summary>
    public static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    /// <summary>How long the worker, and then the controller, may take to end.</summary>
    public static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(50);

    private LeashedProcess? _controller;
    private LeashedProcess? _worker;

    /// <summary>Starts both.</summary>
    /// <returns>The controller's address, once it answers and the worker is registered.</returns>
    /// <exception cref="CliException">One of them ended, or was not there in time.</exception>
    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        CreateFolder();
        _controller = LeashedProcess.Start("controller", options.ControllerArguments, time);
        var address = await WhenAsync(_controller, ReadAddressAsync, cancellationToken);
        var since = time.GetUtcNow();
        _worker = LeashedProcess.Start("worker", options.WorkerArguments(address), time);
        using var client = new FarmClient(address);
        await WhenAsync(_worker, token => FindWorkerAsync(client, since, token), cancellationToken);
        return address;
    }

    /// <summary>Waits until one of them ends by itself, which none should.</summary>
    /// <exception cref="CliException">One has ended.</exception>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        var both = new[] { _controller, _worker }.OfType<LeashedProcess>().ToList();
        await Task.WhenAny(both.Select(process => process.Ended)).WaitAsync(cancellationToken);
        throw Fallen(both.First(process => process.Ended.IsCompleted));
    }

    /// <summary>Stops the worker, which can then still deliver what it has, and then the controller.</summary>
    /// <returns>Whether both ended by themselves in time.</returns>
    public async Task<bool> StopAsync()
    {
        var worker = _worker is null || await _worker.StopAsync(StopPatience);
        var controller = _controller is null || await _controller.StopAsync(StopPatience);
        return worker && controller;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
            await _worker.DisposeAsync();
        if (_controller is not null)
            await _controller.DisposeAsync();
    }

    private void CreateFolder()
    {
        try
        {
            Directory.CreateDirectory(options.DataFolder);
            Directory.CreateDirectory(options.LogFolder);
            Directory.CreateDirectory(options.WorkerFolder);
            File.Delete(options.AddressFile);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"--data {options.DataFolder}: {problem.Message}", problem);
        }
    }

    private async Task<T> WhenAsync<T>(
        LeashedProcess process, Func<CancellationToken, Task<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        for (var start = time.GetTimestamp(); time.GetElapsedTime(start) < StartPatience;)
        {
            if (process.Ended.IsCompleted)
                throw Fallen(process);
            if (await look(cancellationToken) is { } found)
                return found;
            await Task.Delay(LookPause, time, cancellationToken);
        }

        throw new CliException(
            ExitCode.Failure, $"the {process.Program} was not ready within {StartPatience.TotalSeconds:0} s");
    }

    private async Task<Uri?> ReadAddressAsync(CancellationToken cancellationToken) => File.Exists(options.AddressFile)
        ? new Uri((await File.ReadAllTextAsync(options.AddressFile, cancellationToken)).Trim())
        : null;

    // A worker of an earlier run may stand there under the same name.
    private async Task<WorkerInfo?> FindWorkerAsync(
        FarmClient client, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var workers = await client.ListWorkersAsync(cancellationToken);
        return workers.FirstOrDefault(worker =>
            worker.Name == options.WorkerName && worker.State == WorkerState.Online && worker.LastSeenAt >= since);
    }

    private static CliException Fallen(LeashedProcess process) =>
        new(ExitCode.Failure, $"the {process.Program} ended with exit code {process.ExitCode}");
}
