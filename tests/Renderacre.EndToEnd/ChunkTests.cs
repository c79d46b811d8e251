using System.Globalization;
using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>Chunks whose size follows what was measured, on a farm.</summary>
public sealed class ChunkTests
{
    private const int Frames = 120;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chunks_begin_with_the_default_size_and_grow_toward_the_target_time()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 1);
        var job = await SubmitAsync(farm, "true");

        var ended = await farm.EndedAsync(job.Id);

        Assert.Equal(JobState.Succeeded, ended.State);
        (int First, int Last)[] chunks = [.. farm.Lines("chunks").Select(Read)];
        Assert.Equal(Enumerable.Range(1, Frames), chunks.SelectMany(chunk => Range(chunk)).Order());
        Assert.Equal((1, 2), chunks[0]);
        Assert.Contains(chunks, chunk => chunk.Last - chunk.First + 1 > 2);
        Assert.Equal(chunks.Length, ended.Tasks.SelectMany(task => task.AttemptRecords).DistinctBy(a => a.Id).Count());
    }

    [Fact]
    public async Task A_frame_that_fails_is_found_by_halves_and_the_others_of_its_chunk_succeed()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 1);
        // Frame 1 fails in whatever chunk it is.
        var job = await SubmitAsync(farm, "case '{{Task.Param.F}}' in 1-*) exit 3;; esac", maxRetries: 1);

        var ended = await farm.EndedAsync(job.Id);

        Assert.Equal(JobState.Failed, ended.State);
        var failed = Assert.Single(ended.Tasks, task => task.State == TaskState.Failed);
        Assert.EndsWith("[F=1-1]#0", failed.Name, StringComparison.Ordinal);
        Assert.Equal(2, failed.AttemptRecords.Count);
        Assert.Equal(Frames - 1, ended.Tasks.Count(task => task.State == TaskState.Succeeded));
    }

    private static (int First, int Last) Read(string chunk)
    {
        int[] ends = [.. chunk.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
        return (ends[0], ends[1]);
    }

    private static IEnumerable<int> Range((int First, int Last) chunk) =>
        Enumerable.Range(chunk.First, chunk.Last - chunk.First + 1);

    private static Task<Job> SubmitAsync(TempFarm farm, string script, int maxRetries = 0)
    {
        var template = """
            specificationVersion: jobtemplate-2023-09
            extensions: [TASK_CHUNKING]
            name: chunks
            steps:
            - name: Step
              parameterSpace:
                taskParameterDefinitions:
                - name: F
                  type: CHUNK[INT]
                  range: "1-FRAMES"
                  chunks: {defaultTaskCount: 2, targetRuntimeSeconds: 3600, rangeConstraint: CONTIGUOUS}
              script:
                embeddedFiles:
                - name: Run
                  type: TEXT
                  data: |
                    echo {{Task.Param.F}} >> FOLDER/chunks
                    SCRIPT
                actions: {onRun: {command: sh, args: ["{{Task.File.Run}}"]}}
            """
            .Replace("FRAMES", $"{Frames}", StringComparison.Ordinal)
            .Replace("FOLDER", farm.Folder, StringComparison.Ordinal)
            .Replace("SCRIPT", script, StringComparison.Ordinal);
        return farm.Client.SubmitAsync(
            new JobSubmit
            {
                Name = "chunks",
                MaxRetries = maxRetries,
                Openjd = new OpenJdSubmit { TemplateYaml = template },
            },
            Token);
    }
}
